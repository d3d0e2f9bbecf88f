using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Records;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Help.Demo.Jobs;

/// <summary>
/// Fills the demo's ledger, in the name of each of its staff: first the owner writes everything down, then everybody changes what has become of their customers. All dates
/// are laid by the day on which the first run was queued, so that a run which was killed makes the same as one that wasn't, also when it goes on another day.
/// </summary>
[DoorAccess(Admission.Member)]
internal sealed class FillDemo(CatalogDatabase catalog, DemoSize size, DemoAnnouncement announcement) : IJob
{
    /// <summary>Name of the kind.</summary>
    public const string JobKind = "demo";

    public string Kind => JobKind;

    public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
    {
        var scope = await job.OpenAsync(cancellationToken);
        var (staff, today) = await BegunAsync(scope, cancellationToken);
        var plan = new DemoPlan(size, new DemoCalendar(today, scope.Settings.Zone));
        var (author, isOwner) = (scope.Actor.Id, scope.Actor.Id == staff.Owner);
        var batches = isOwner ? DemoBatches.WrittenDown(plan, staff) : DemoBatches.Changed(plan, staff, author);
        job.Total = batches.Count == 0 ? 0 : batches[^1].Done;
        for (var next = job.Position is { } position ? int.Parse(position, CultureInfo.InvariantCulture) : 0; next < batches.Count; next++)
        {
            await WriteAsync(job, batches[next], next + 1, cancellationToken);
        }

        if (author == staff.All.Last())
        {
            await announcement.FilledAsync();
        }
    }

    private static Task WriteAsync(RunningJob job, DemoBatch batch, int position, CancellationToken cancellationToken)
    {
        var set = new ChangeSet(Door.Seed, batch.Changes()) { Duplicates = DuplicatePolicy.Create, Reason = "演示数据 demo", BatchId = job.Id };
        return job.ApplyAsync(
            _ => new JobBatch(set, position.ToString(CultureInfo.InvariantCulture), batch.Done) { Beside = (_, rows, _) => DemandAsync(rows) },
            cancellationToken);
    }

    /// <summary>A set that is refused would leave a hole in the demo: the run fails with the reason.</summary>
    private static Task DemandAsync(IReadOnlyList<RowResult> rows) => rows.SelectMany(row => row.Refusals).FirstOrDefault() is { } refusal
        ? throw new RefusedException(refusal)
        : Task.CompletedTask;

    /// <summary>The staff, and the day in the company's zone on which the demo was begun.</summary>
    private async Task<(StaffIds Staff, DateOnly Today)> BegunAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var begun = await context.JobRuns.Where(run => run.TenantId == scope.TenantId && run.Kind == JobKind).MinAsync(run => run.QueuedAt, cancellationToken);
        var staff = await DemoAccounts.FindAsync(context, cancellationToken)
            ?? throw new InvalidOperationException("A run of the demo was queued without its accounts.");
        return (staff, OrderShare.DayOf(scope.Settings.Zone, begun));
    }
}
