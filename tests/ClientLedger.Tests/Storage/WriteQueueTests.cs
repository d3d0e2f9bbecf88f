using ClientLedger.Reading;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Storage;

public sealed class WriteQueueTests
{
    [Fact]
    public async Task First_come_is_first_served()
    {
        var queue = WriteQueue.Of(nameof(First_come_is_first_served));
        await queue.EnterAsync(CancellationToken.None);
        var served = new List<int>();
        var waiting = Enumerable.Range(0, 20).Select(async number =>
        {
            await queue.EnterAsync(CancellationToken.None);
            served.Add(number);
            queue.Leave();
        }).ToList();
        Assert.Empty(served);
        queue.Leave();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 20), served);
    }

    [Fact]
    public async Task Whoever_gives_up_loses_its_place_and_nobody_elses()
    {
        var queue = WriteQueue.Of(nameof(Whoever_gives_up_loses_its_place_and_nobody_elses));
        await queue.EnterAsync(CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        var impatient = queue.EnterAsync(giveUp.Token);
        var patient = queue.EnterAsync(CancellationToken.None);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.False(patient.IsCompleted);
        queue.Leave();
        await patient;
        queue.Leave();
        await queue.EnterAsync(CancellationToken.None);
        queue.Leave();
    }

    [Fact]
    public async Task Transactions_and_contexts_of_one_file_write_one_after_the_other()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        var database = ledger.Database;
        await using (var transaction = await database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            var second = database.BeginAsync(TestLedger.Globex, CancellationToken.None).AsTask();
            var third = SaveTermAsync(database);
            Assert.False(second.IsCompleted);
            await database.Writer.InsertAsync(transaction, Rows.Customer(database, TestLedger.Acme, 1, "Acme"), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            await (await second).DisposeAsync();
            await third;
        }

        await using var context = database.CreateContext(TestLedger.Globex);
        Assert.Single(context.Set<SearchTerm>());
    }

    [Fact]
    public async Task A_context_that_fails_to_save_leaves_the_queue()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        await SaveTermAsync(ledger.Database);
        await Assert.ThrowsAnyAsync<Exception>(() => SaveTermAsync(ledger.Database));
        await using var transaction = await ledger.Database.BeginAsync(TestLedger.Acme, CancellationToken.None);
    }

    [Fact]
    public async Task A_context_that_writes_by_a_single_statement_waits_too_and_one_that_gives_its_transaction_up_leaves()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        await SaveTermAsync(ledger.Database);
        await using (var transaction = await ledger.Database.BeginAsync(TestLedger.Acme, CancellationToken.None))
        {
            await using var context = ledger.Database.CreateContext(TestLedger.Globex);
            var update = context.Set<SearchTerm>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Term, "F"));
            Assert.False(update.IsCompleted);
            await transaction.CommitAsync(CancellationToken.None);
            Assert.Equal(1, await update);
        }

        await using (var context = ledger.Database.CreateContext(TestLedger.Globex))
        {
            await using var abandoned = await context.Database.BeginTransactionAsync();
            Assert.Equal(1, await context.Set<SearchTerm>().ExecuteDeleteAsync());
        }

        await using var next = await ledger.Database.BeginAsync(TestLedger.Acme, CancellationToken.None);
    }

    /// <summary>SQLite's asynchronous calls are synchronous: whatever doesn't wait for the queue is done when it comes back.</summary>
    [Fact]
    public async Task Whatever_writes_the_catalog_waits_in_the_queue_of_its_file()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        var queue = WriteQueue.Of(SqliteAddress.FileOf(catalog.Address));
        await queue.EnterAsync(CancellationToken.None);

        var saved = AddShardAsync(catalog, "first");
        var updated = UpdateAsync(catalog);
        var begun = AddTwoShardsAsync(catalog);
        var stored = Task.Run(() => new CatalogXmlRepository(catalog.Database).StoreElement(new("key"), "key"));
        Assert.All([saved, updated, begun, stored], writing => Assert.False(writing.IsCompleted));
        await using (var context = catalog.Database.CreateContext())
        {
            Assert.Empty(await context.Shards.ToListAsync());
        }

        queue.Leave();
        await Task.WhenAll(saved, updated, begun, stored);
        await Assert.ThrowsAsync<DbUpdateException>(() => AddShardAsync(catalog, "first"));
        await queue.EnterAsync(CancellationToken.None);
        queue.Leave();
        await using var after = catalog.Database.CreateContext();
        Assert.Equal(["first", "second", "third"], await after.Shards.Select(shard => shard.Name).Order().ToListAsync());
        Assert.Equal(Provider.SqlServer, (await after.Shards.SingleAsync(shard => shard.Name == "first")).Provider);
        Assert.Single(await after.DataProtectionKeys.ToListAsync());
    }

    private static async Task AddShardAsync(TestCatalog catalog, string name)
    {
        await using var context = catalog.Database.CreateContext();
        context.Add(new Shard { Name = name });
        await context.SaveChangesAsync();
    }

    private static async Task UpdateAsync(TestCatalog catalog)
    {
        await using var context = catalog.Database.CreateContext();
        await context.Shards.ExecuteUpdateAsync(set => set.SetProperty(shard => shard.Provider, Provider.SqlServer));
    }

    private static async Task AddTwoShardsAsync(TestCatalog catalog)
    {
        await using var context = catalog.Database.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var name in new[] { "second", "third" })
        {
            context.Add(new Shard { Name = name });
            await context.SaveChangesAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task SaveTermAsync(LedgerDatabase database)
    {
        await using var context = database.CreateContext(TestLedger.Globex);
        context.Add(new SearchTerm { Term = "E", FieldId = 1, RecordId = 1 });
        await context.SaveChangesAsync();
    }
}
