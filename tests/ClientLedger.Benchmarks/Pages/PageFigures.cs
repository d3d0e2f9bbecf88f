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
    private const int Customers = 200_000, Tenants = 20, Rounds = 100, WarmUp = 100, Calls = 10;
    private const double Bar = 1.5;

    public static readonly Figure[] All =
    [
        new("page-postgres", $"a page of 50 of {Customers:N0} customers takes at most {Bar} times hand-written ADO.NET", sheet => OneTenantAsync(sheet, Provider.Postgres)),
        new("page-sqlite", $"a page of 50 of {Customers:N0} customers takes at most {Bar} times hand-written ADO.NET", sheet => OneTenantAsync(sheet, Provider.Sqlite)),
        new("page-20-tenants", "a page takes as long when 20 tenants take turns as for one of them", TwentyTenantsAsync),
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
        var times = await Measuring.Rounds.TakeAsync(
            Rounds, WarmUp, Calls,
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

    private static async Task TwentyTenantsAsync(Sheet sheet)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        var seeding = new Seeding(ledger);
        SeedTenant[] tenants = [.. Enumerable.Range(1, Tenants).Select(id => new SeedTenant(ledger.Database, id))];
        await seeding.WithoutIndexesAsync(async () =>
        {
            foreach (var tenant in tenants)
            {
                await tenant.EnterAsync();
                await seeding.FillAsync(tenant, (tenant.Id - 1) * Customers / Tenants, Customers / Tenants, withTerms: false);
            }
        });
        sheet.Progress($"{Tenants} tenants of {Customers / Tenants:N0} customers each are in, each with its own ids of its own fields");
        var gate = new ReadGate(TimeProvider.System, new SystemRandomSource());
        LedgerScope[] scopes = [.. tenants.Select(tenant => tenant.Owner())];
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        foreach (var question in PageQuestion.All)
        {
            var plans = gate.PlanCount;
            await using var source = HandSource(ledger);
            using var hand = HandWritten(ledger, source, question);
            int one = 0, many = 0, byHand = 0;

            // The first stays with a tenant for all calls of its turn; the second goes round; so does the page by hand.
            var times = await Measuring.Rounds.TakeAsync(
                Rounds, WarmUp, Tenants,
                () => ReadAsync(scopes[(one++ / Tenants) % Tenants], question),
                () => ReadAsync(scopes[many++ % Tenants], question),
                () =>
                {
                    output.ResetWrittenCount();
                    return hand.ReadAsync(tenants[byHand++ % Tenants].Id, output);
                });
            sheet.AtMost($"{question.Name}: 20 tenants / one", times[1].Median / times[0].Median, Bar);
            sheet.AtMost($"{question.Name}: gate / hand, 20 tenants", times[1].Median / times[2].Median, Bar);
            sheet.AtMost($"{question.Name}: plans made for all tenants", gate.PlanCount - plans, 1);
            sheet.Report("  20 tenants", times[1].ToString());
            sheet.Report("  one tenant", $"{times[0]} (another tenant each {Tenants} calls)");
        }

        Say(sheet, Provider.Postgres);

        Task ReadAsync(LedgerScope scope, PageQuestion question)
        {
            output.ResetWrittenCount();
            return gate.ReadAsync(scope, question.Query, output, CancellationToken.None);
        }
    }

    private static NpgsqlDataSource? HandSource(TestLedger ledger) => ledger.Database.Provider == Provider.Postgres
        ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(TestLedger.AppAddress(ledger.OwnerAddress)) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 1 })
        : null;

    private static HandWrittenPage HandWritten(TestLedger ledger, NpgsqlDataSource? source, PageQuestion question) =>
        source is null ? new HandWrittenSqlitePage(ledger.OwnerAddress, question) : new HandWrittenPostgresPage(source, question);

    private static void Say(Sheet sheet, Provider provider)
    {
        sheet.Condition("newest change first, 12 fields and 2 of the tenant's own, 50 rows and whether there are more; in the process, one caller, taken in turns");
        sheet.Condition(provider == Provider.Postgres
            ? "PostgreSQL on the same machine without fsync, under the app's role with row-level security; by hand too: pooled connection, tenant and query in one prepared batch"
            : "SQLite in WAL mode; by hand on one connection that stays open with a command that stays prepared");
    }
}
