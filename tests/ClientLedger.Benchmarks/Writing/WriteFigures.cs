using System.Diagnostics;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>A large change set through the write gate, beside bare bulk inserts of all the rows that it leaves behind.</summary>
internal static class WriteFigures
{
    private const int Customers = 100_000, Rounds = 3;
    private const double Bar = 0.4;

    public static readonly Figure[] All = [Of("write-postgres", Provider.Postgres), Of("write-sqlite", Provider.Sqlite)];

    private static Figure Of(string name, Provider provider) => new(
        name, $"{Customers:N0} new customers in one change set at {Bar} or more of the rows a second of bare bulk inserts", sheet => MeasureAsync(sheet, provider));

    private static async Task MeasureAsync(Sheet sheet, Provider provider)
    {
        await using (var small = await LedgerAsync(provider))
        {
            await ApplyAsync(small.Ledger, small.Tenant, ImportedRows.Of(Customers / 20));
        }

        var changes = ImportedRows.Of(Customers);
        sheet.Progress("the code is warm");
        var (gate, bare) = (new List<double>(), new List<double>());
        BareInsert? insert = null;
        for (var round = 0; round < Rounds; round++)
        {
            await using (var written = await LedgerAsync(provider))
            {
                var (seconds, result) = await ApplyAsync(written.Ledger, written.Tenant, changes);
                gate.Add(seconds);
                sheet.Demand(result.Applied && result.Rows.All(row => row.Outcome == Outcome.Created), $"every row makes a customer {string.Join("; ", Refusals(result))}");
                if (insert is null)
                {
                    await using var empty = await LedgerAsync(provider);
                    insert = provider == Provider.Postgres ? await BarePostgresInsert.ReadAsync(written.Ledger, empty.Ledger) : await BareSqliteInsert.ReadAsync(written.Ledger, empty.Ledger, transactions: 1);
                }
            }

            await using var filled = await LedgerAsync(provider);
            bare.Add(await Memory.SecondsAsync(() => insert.RunAsync(filled.Ledger, TestLedger.Acme)));
            sheet.Progress($"round {round + 1}: gate {gate[^1]:F1} s, bare inserts {bare[^1]:F1} s");
        }

        sheet.AtLeast("rows a second, gate / bare inserts", new Times(bare).Median / new Times(gate).Median, Bar);
        sheet.Report("  rows", $"{insert!.Rows:N0}: {string.Join(", ", insert.RowsByTable.Select(table => $"{table.Value:N0} {table.Key}"))}");
        sheet.Report("  gate", $"median {new Times(gate).Median:F1} s, {Customers / new Times(gate).Median:N0} customers a second");
        sheet.Report("  bare inserts", $"median {new Times(bare).Median:F1} s, {insert.Rows / new Times(bare).Median:N0} rows a second");
        sheet.Condition("15 fields as an import sends them, texts to be read; duplicates looked for by name, phone, e-mail address and tax number; all or nothing, one transaction");
        sheet.Condition(provider == Provider.Postgres
            ? "PostgreSQL on the same machine, 2 GB of shared buffers, without fsync, both under the app's role with row-level security; bare: COPY of ready bytes into a temporary table, INSERT … SELECT, one transaction"
            : "SQLite in WAL mode, foreign keys on; bare: a prepared INSERT a table, one transaction");
    }

    private static async Task<(double Seconds, ChangeResult Result)> ApplyAsync(TestLedger ledger, SeedTenant tenant, ChangeSet changes)
    {
        var random = new SystemRandomSource();
        var reading = new ReadGate(TimeProvider.System, random);
        var gate = new WriteGate(reading, new IdSource(TimeProvider.System, node: 1), TimeProvider.System, random, BuiltInRules.All);
        Memory.Settle();
        var watch = Stopwatch.StartNew();
        var result = await gate.ApplyAsync(tenant.Owner(), changes, CancellationToken.None);
        return (watch.Elapsed.TotalSeconds, result);
    }

    private static async Task<EnteredLedger> LedgerAsync(Provider provider)
    {
        var ledger = await TestLedger.CreateAsync(provider);
        var tenant = new SeedTenant(ledger.Database, TestLedger.Acme);
        await tenant.EnterAsync();
        return new EnteredLedger(ledger, tenant);
    }

    private static IEnumerable<string> Refusals(ChangeResult result) => result.Rows
        .SelectMany(row => row.Refusals).GroupBy(refusal => (refusal.Code, refusal.Field))
        .Select(group => $"{group.Count()} × {group.First().Field}: {group.First().In(Language.English)}");

    private sealed record EnteredLedger(TestLedger Ledger, SeedTenant Tenant) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Ledger.DisposeAsync();
    }
}
