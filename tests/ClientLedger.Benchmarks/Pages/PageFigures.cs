using System.Buffers;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>A ledger page through the read gate, beside the same page written by hand.</summary>
internal static class PageFigures
{
    internal const int Customers = 200_000;
    internal const double Bar = 1.5;
    private const int Turns = 100, WarmUp = 100, Calls = 10;

    public static readonly Figure[] All =
    [
        new("page-postgres", $"a page of 50 of {Customers:N0} customers takes at most {Bar} times hand-written ADO.NET", sheet => OneTenantAsync(sheet, Provider.Postgres)),
        new("page-sqlite", $"a page of 50 of {Customers:N0} customers takes at most {Bar} times hand-written ADO.NET", sheet => OneTenantAsync(sheet, Provider.Sqlite)),
        TenantsFigure.Figure,
    ];

    private static async Task OneTenantAsync(Sheet sheet, Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var seeding = new Seeding(ledger);
        var (tenant, neighbour) = (new SeedTenant(ledger.Database, TestLedger.Acme), new SeedTenant(ledger.Database, TestLedger.Globex));
        await seeding.WithoutIndexesAsync(async () =>
        {
            await tenant.EnterAsync();
            await neighbour.EnterAsync();
            await seeding.FillAsync(tenant, 0, Customers, withTerms: false);
            await seeding.FillAsync(neighbour, Customers, Customers / 10, withTerms: false);
        });
        sheet.Progress($"{Customers:N0} customers of one tenant and a tenth of them of another are in");
        var gate = new ReadGate(TimeProvider.System, new SystemRandomSource());
        foreach (var question in PageQuestion.All)
        {
            await using var source = HandSource(ledger);
            using var hand = HandWritten(ledger, source, question);
            await CompareAsync(sheet, gate, tenant.Owner(), hand, question);
        }

        Say(sheet, provider);
    }

    private static async Task CompareAsync(Sheet sheet, ReadGate gate, LedgerScope scope, HandWrittenPage hand, PageQuestion question)
    {
        var (mine, theirs) = (new ArrayBufferWriter<byte>(64 * 1024), new ArrayBufferWriter<byte>(64 * 1024));
        var info = await gate.ReadAsync(scope, question.Query, mine, CancellationToken.None);
        var hasNext = await hand.ReadAsync(scope.TenantId, theirs);
        sheet.Demand(mine.WrittenSpan.SequenceEqual(theirs.WrittenSpan) && info is { Rows: PageQuestion.Size, HasNext: true } && hasNext, $"{question.Name}: gate and hand write the same {PageQuestion.Size} rows");
        var times = await Rounds.TakeAsync(
            Turns, WarmUp, Calls,
            async () =>
            {
                mine.ResetWrittenCount();
                await gate.ReadAsync(scope, question.Query, mine, CancellationToken.None);
            },
            async () =>
            {
                theirs.ResetWrittenCount();
                await hand.ReadAsync(scope.TenantId, theirs);
            });
        sheet.AtMost($"{question.Name}: gate / hand", times[0].Median / times[1].Median, Bar);
        sheet.Report("  gate", times[0].ToString());
        sheet.Report("  hand", $"{times[1]}; {theirs.WrittenCount} bytes of JSON");
    }

    internal static NpgsqlDataSource? HandSource(TestLedger ledger) => ledger.Database.Provider == Provider.Postgres
        ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(TestLedger.AppAddress(ledger.OwnerAddress)) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 1 })
        : null;

    internal static HandWrittenPage HandWritten(TestLedger ledger, NpgsqlDataSource? source, PageQuestion question) =>
        source is null ? new HandWrittenSqlitePage(ledger.OwnerAddress, question) : new HandWrittenPostgresPage(source, question);

    internal static void Say(Sheet sheet, Provider provider)
    {
        sheet.Condition("newest change first, 12 fields and 2 of the tenant's own, 50 rows and whether there are more; in the process, one caller, taken in turns");
        sheet.Condition(provider == Provider.Postgres
            ? "PostgreSQL on the same machine, 2 GB of shared buffers, without fsync, under the app's role with row-level security; by hand too: pooled connection, tenant and query in one prepared batch"
            : "SQLite in WAL mode; by hand on one connection that stays open with a command that stays prepared");
    }
}
