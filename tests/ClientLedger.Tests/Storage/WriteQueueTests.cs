using ClientLedger.Reading;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.TestKit;

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

    private static async Task SaveTermAsync(LedgerDatabase database)
    {
        await using var context = database.CreateContext(TestLedger.Globex);
        context.Add(new SearchTerm { Term = "E", FieldId = 1, RecordId = 1 });
        await context.SaveChangesAsync();
    }
}
