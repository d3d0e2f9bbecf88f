using System.Buffers;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>
/// Pages of 20 tenants in turns. "The same for 20 tenants as for one" is read so: with 20 tenants the gate's page costs no more beside the hand-written one
/// than with one tenant, and beyond what a hand-written page loses by it, it loses nothing. Twenty tenants' rows are twenty times as many to keep at hand for
/// both; what a page of 20 tenants costs beside one of one tenant is printed for both.
/// </summary>
internal static class TenantsFigure
{
    private const int Tenants = 20, Turns = 40, WarmUp = 20;

    public static readonly Figure Figure = new(
        "page-20-tenants", $"pages of {Tenants} tenants in turns share one plan, take at most {PageFigures.Bar} times hand-written ADO.NET that goes round the same tenants, and lose no more than it does beside pages of one", MeasureAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        var seeding = new Seeding(ledger);
        SeedTenant[] tenants = [.. Enumerable.Range(1, Tenants).Select(id => new SeedTenant(ledger.Database, id))];
        const int each = PageFigures.Customers / Tenants;
        await seeding.WithoutIndexesAsync(async () =>
        {
            foreach (var tenant in tenants)
            {
                await tenant.EnterAsync();
                await seeding.FillAsync(tenant, (tenant.Id - 1) * each, each, withTerms: false);
            }
        });
        sheet.Progress($"{Tenants} tenants of {each:N0} customers each are in, each with its own ids of its own fields");
        foreach (var question in PageQuestion.All)
        {
            await CompareAsync(sheet, ledger, tenants, question);
        }

        sheet.Condition($"{Tenants} tenants of {each:N0} customers in one database; of each way {Turns} turns of {Tenants} calls: each call for the next tenant, or all of a turn for one and those of the next turn for another");
        PageFigures.Say(sheet, Provider.Postgres);
    }

    private static async Task CompareAsync(Sheet sheet, TestLedger ledger, SeedTenant[] tenants, PageQuestion question)
    {
        var gate = new ReadGate(TimeProvider.System, new SystemRandomSource());
        await using var source = PageFigures.HandSource(ledger);
        using var hand = PageFigures.HandWritten(ledger, source, question);
        var scopes = tenants.Select(tenant => tenant.Owner()).ToArray();
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        int gateOne = 0, gateAll = 0, handOne = 0, handAll = 0;

        // "One" stays with a tenant for all calls of its turn, and takes another in the next.
        var times = await Rounds.TakeAsync(
            Turns, WarmUp, Tenants,
            () => ReadAsync(gateOne++ / Tenants),
            () => ReadAsync(gateAll++),
            () => ReadByHandAsync(handOne++ / Tenants),
            () => ReadByHandAsync(handAll++));
        var (byGate, byHand) = (times[1].Median / times[0].Median, times[3].Median / times[2].Median);
        sheet.AtMost($"{question.Name}: plans made for {Tenants} tenants", gate.PlanCount, 1);
        sheet.AtMost($"{question.Name}: gate / hand, both going round {Tenants} tenants", times[1].Median / times[3].Median, PageFigures.Bar);
        sheet.AtMost($"{question.Name}: what {Tenants} tenants cost the gate / what they cost by hand", byGate / byHand, PageFigures.Bar);
        sheet.Report($"  going round {Tenants} tenants / staying with one", $"gate {byGate:F2} ({times[1].Median:F0} / {times[0].Median:F0} µs), hand {byHand:F2} ({times[3].Median:F0} / {times[2].Median:F0} µs)");

        Task ReadAsync(int turn)
        {
            output.ResetWrittenCount();
            return gate.ReadAsync(scopes[turn % Tenants], question.Query, output, CancellationToken.None);
        }

        Task ReadByHandAsync(int turn)
        {
            output.ResetWrittenCount();
            return hand.ReadAsync(tenants[turn % Tenants].Id, output);
        }
    }
}
