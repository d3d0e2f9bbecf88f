using System.Globalization;
using System.Reflection;
using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Isolation;

/// <summary>What Acme can do with tables past the gates: by LINQ, by statements, and through what edits rows that are no records.</summary>
internal static class TableCases
{
    private static readonly MethodInfo TypedSet = typeof(TableCases).GetMethod(nameof(SetAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Every set of the model, on PostgreSQL also with the filter lifted.</summary>
    public static async Task LinqAsync(TwoLedgers ledgers)
    {
        await using var context = ledgers.Gates.Database.CreateContext(TestLedger.Acme);
        foreach (var type in context.Model.GetEntityTypes())
        {
            await (Task)TypedSet.MakeGenericMethod(type.ClrType).Invoke(null, [ledgers])!;
        }

        await using var transaction = await ledgers.Gates.Database.BeginAsync(TestLedger.Acme, CancellationToken.None);
        await using var inside = ledgers.Gates.Database.CreateContext(transaction);
        Assert.Single(await inside.Set<Customer>().ToListAsync());
    }

    /// <summary>Statements without a condition, and with one that names the other tenant. SQLite has no fence against them.</summary>
    public static async Task ConnectionsAsync(TwoLedgers ledgers)
    {
        var database = ledgers.Gates.Database;
        if (database.Provider == Provider.Sqlite)
        {
            return;
        }

        foreach (var table in PastTheFences.TablesOf(database))
        {
            var own = await Storage.Rows.CountAsync(database, TestLedger.Acme, table);
            Assert.Equal(own, Convert.ToInt64(await ledgers.Gates.Ledger.ScalarAsync($"SELECT count(*) FROM \"{table}\" WHERE \"TenantId\" = 1"), CultureInfo.InvariantCulture));
            await using var connection = await database.OpenAsync(TestLedger.Acme, CancellationToken.None);
            var foreign = new SqlStatement($"SELECT 1 FROM \"{table}\" WHERE \"TenantId\" = 2", []);
            await using (var reader = await connection.QueryAsync(foreign, CancellationToken.None))
            {
                Assert.False(await reader.ReadAsync());
            }

            var asked = 0;
            await connection.QueryEachAsync(
                [foreign, foreign with { Plan = PlanChoice.ForAll }],
                async (_, rows) =>
                {
                    asked++;
                    Assert.False(await rows.ReadAsync());
                },
                CancellationToken.None);
            Assert.Equal(2, asked);
        }
    }

    /// <summary>What is asked of several tenants' ledgers is asked of each within its own, whatever the statement says.</summary>
    public static async Task NumbersAsync(TwoLedgers ledgers)
    {
        var database = ledgers.Gates.Database;
        if (database.Provider == Provider.Sqlite)
        {
            return;
        }

        foreach (var table in PastTheFences.TablesOf(database))
        {
            var own = await Storage.Rows.CountAsync(database, TestLedger.Acme, table);
            var others = await Storage.Rows.CountAsync(database, TestLedger.Globex, table);
            var all = new SqlStatement($"SELECT count(*) FROM \"{table}\"", []);
            var numbers = await database.NumbersAsync([TestLedger.Acme, TestLedger.Globex, TestLedger.Acme + 1000], _ => all, CancellationToken.None);
            Assert.Equal((own, others, 0), (numbers[TestLedger.Acme], numbers[TestLedger.Globex], numbers[TestLedger.Acme + 1000]));
        }
    }

    /// <summary>The same for statements that write, and rows that are forged.</summary>
    public static async Task TransactionsAsync(TwoLedgers ledgers)
    {
        var database = ledgers.Gates.Database;
        if (database.Provider == Provider.Sqlite)
        {
            return;
        }

        foreach (var table in PastTheFences.TablesOf(database))
        {
            var own = await Storage.Rows.CountAsync(database, TestLedger.Acme, table);
            Assert.Equal(own, await RunAsync(database, $"UPDATE \"{table}\" SET \"TenantId\" = \"TenantId\""));
            Assert.Equal(0, await RunAsync(database, $"UPDATE \"{table}\" SET \"TenantId\" = 1 WHERE \"TenantId\" = 2"));
            Assert.Equal(0, await RunAsync(database, $"DELETE FROM \"{table}\" WHERE \"TenantId\" = 2"));
            var columns = string.Join(", ", await ColumnsAsync(ledgers, table));
            foreach (var forged in new[] { $"UPDATE \"{table}\" SET \"TenantId\" = 2", $"INSERT INTO \"{table}\" (\"TenantId\", {columns}) SELECT 2, {columns} FROM \"{table}\"" })
            {
                await PastTheFences.AssertFencedAsync(database.Provider, () => RunAsync(database, forged));
            }
        }
    }

    private static async Task<int> RunAsync(LedgerDatabase database, string text)
    {
        await using var transaction = await database.BeginAsync(TestLedger.Acme, CancellationToken.None);
        return await transaction.ExecuteAsync(new SqlStatement(text, []), CancellationToken.None);
    }

    /// <summary>Role 1 is in both tenants, role 2 in Globex alone.</summary>
    public static async Task RolesAsync(TwoLedgers ledgers)
    {
        async Task WithAsync(Func<Roles, Task> act)
        {
            await using var context = ledgers.Gates.Database.CreateContext(TestLedger.Acme);
            await act(new Roles(context, ledgers.Gates.Schema, ledgers.Gates.Ids));
        }

        await WithAsync(async roles => Assert.Empty((await roles.SaveAsync("renamed", [], CancellationToken.None, id: 1)).Refusals));
        await WithAsync(roles => Assert.ThrowsAsync<InvalidOperationException>(() => roles.SaveAsync("taken over", [], CancellationToken.None, id: 2)));
        await WithAsync(roles => Assert.ThrowsAsync<DbUpdateException>(() => roles.GiveAsync(2, TestGates.Ben, CancellationToken.None)));
        await WithAsync(roles => roles.TakeAsync(2, TestGates.Anna, CancellationToken.None));
        await WithAsync(roles => roles.TakeAsync(1, TestGates.Anna, CancellationToken.None));
    }

    public static async Task SequencesAsync(TwoLedgers ledgers)
    {
        await using var transaction = await ledgers.Gates.Database.BeginAsync(TestLedger.Acme, CancellationToken.None);
        await using var context = ledgers.Gates.Database.CreateContext(transaction);
        Assert.Equal(["C-000001", "C-000002"], await NumberSequence.TakeAsync(context, "customer", 2, CancellationToken.None));
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>A dollar is one yuan in Acme and two in Globex.</summary>
    public static async Task RatesAsync(TwoLedgers ledgers)
    {
        await using var context = ledgers.Gates.Database.CreateContext(TestLedger.Acme);
        var rates = await ExchangeRates.LoadAsync(context, "CNY", ["USD"], new DateOnly(2026, 6, 1), CancellationToken.None);
        Assert.Equal(ExchangeRate.One, rates.RateOn("USD", new DateOnly(2026, 6, 1)));
    }

    public static async Task SaveRatesAsync(TwoLedgers ledgers)
    {
        await using var context = ledgers.Gates.Database.CreateContext(TestLedger.Acme);
        await ExchangeRateList.Read("CNY", "USD,2026-01-01,7").SaveAsync(context, CancellationToken.None);
    }

    public static async Task SaveRatesAndTotalsAsync(TwoLedgers ledgers) =>
        Assert.Empty(await SaveExchangeRates.RunAsync(ledgers.Ours, ExchangeRateList.Read("CNY", "USD,2026-01-01,7"), CancellationToken.None));

    /// <summary>Another zone and base currency, so that all totals are worked out anew.</summary>
    public static async Task SaveSettingsAsync(TwoLedgers ledgers)
    {
        var settings = ledgers.Ours.Settings with { Company = "Taken over", Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), BaseCurrency = "USD" };
        Assert.Empty(await SaveTenantSettings.RunAsync(ledgers.Ours, settings, CancellationToken.None));
    }

    public static async Task SaveNumberingAsync(TwoLedgers ledgers) =>
        Assert.Empty(await SaveNumbering.RunAsync(ledgers.Ours, [new("customer", "K-", 4, 7), new("payment", "P-", 4, 1)], CancellationToken.None));

    /// <summary>Book 1 is in both tenants.</summary>
    public static async Task SaveBookAsync(TwoLedgers ledgers)
    {
        Assert.Empty((await SaveBook.RunAsync(ledgers.Ours, Book.DefaultId, "Taken over", "ours", "us", CancellationToken.None)).Refusals);
        Assert.Equal(2, (await SaveBook.RunAsync(await ledgers.ReopenAsync(), null, "Second", null, null, CancellationToken.None)).Id);
    }

    public static async Task OverviewAsync(TwoLedgers ledgers)
    {
        var overview = await SettingsOverview.ReadAsync(ledgers.Ours, CancellationToken.None);
        Assert.Equal(TwoLedgers.OurMark, overview.Settings.Company);
        Assert.Equal(TwoLedgers.OurMark, Assert.Single(overview.Books).Name);
        Assert.Equal(ExchangeRate.One, Assert.Single(overview.Rates).Rate);
        Assert.Equal(NumberSequence.Defaults().Count, overview.Numbering.Count);
    }

    public static async Task AddFieldAsync(TwoLedgers ledgers)
    {
        var field = new FieldDescriptor { Id = 0, Name = "later", Label = new("后加", "Later"), Type = FieldType.Text, Indexed = true };
        Assert.Empty(await CustomFields.AddAsync(ledgers.Ours, "customer", field, CancellationToken.None));
    }

    private static async Task SetAsync<T>(TwoLedgers ledgers)
        where T : class, ITenantOwned
    {
        var database = ledgers.Gates.Database;
        await using var ours = database.CreateContext(TestLedger.Acme);
        await using var theirs = database.CreateContext(TestLedger.Globex);
        List<IQueryable<T>> queries = [ours.Set<T>(), ours.Set<T>().IgnoreQueryFilters([LedgerContext.DeletedFilter])];
        if (database.Provider != Provider.Sqlite)
        {
            queries.Add(ours.Set<T>().IgnoreQueryFilters([LedgerContext.DeletedFilter, LedgerContext.TenantFilter]));
        }

        foreach (var query in queries)
        {
            var rows = await query.AsNoTracking().ToListAsync();
            Assert.True(rows.Count > 0, $"TwoLedgers has no {typeof(T).Name}: give both tenants one, so that it is tried whether they see each other's.");
            Assert.All(rows, row => Assert.Equal(TestLedger.Acme, row.TenantId));
        }

        // A row that was read elsewhere is neither changed nor removed here.
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            var row = await theirs.Set<T>().AsNoTracking().FirstAsync();
            ours.Entry(row).State = state;
            await Assert.ThrowsAsync<InvalidOperationException>(() => ours.SaveChangesAsync());
            ours.ChangeTracker.Clear();
        }
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(TwoLedgers ledgers, string table)
    {
        await using var connection = await ledgers.Gates.Database.OpenAsync(TestLedger.Acme, CancellationToken.None);
        await using var reader = await connection.QueryAsync(new SqlStatement($"SELECT * FROM \"{table}\" WHERE 1 = 0", []), CancellationToken.None);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(name => name != "TenantId").Select(name => $"\"{name}\"")];
    }
}
