using System.Collections.Concurrent;
using System.Linq.Expressions;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Jobs;

/// <summary>
/// Which process has which run. A run is taken up by one process, which has it for as long as its node's lease lasts; after that another one takes it
/// over. On SQLite one process alone has the catalog, so that whatever another one had is free at once.
/// </summary>
/// <param name="holder">This process: the holder of its node's lease.</param>
public sealed class JobLeases(CatalogDatabase catalog, string holder, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, JobRun> working = new();

    /// <summary>
    /// Takes up the run that is due first, or tells that none is. A tenant's runs come one after the other in the order in which they were asked for,
    /// since one may need what the one before it brings: also while the one before it pauses after it broke off, when other tenants' runs have their turn.
    /// Two nodes may pass each other there; what they write is right all the same.
    /// </summary>
    internal async Task<JobRun?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.Now();
            await using var context = catalog.CreateContext();
            var due = await Due(context, now).AsNoTracking().OrderBy(run => run.QueuedAt).ThenBy(run => run.Id).FirstOrDefaultAsync(cancellationToken);
            if (due is null)
            {
                return null;
            }

            var (started, attempt, strikes) = (due.StartedAt ?? now, due.Attempt + 1, due.Strikes + 1);
            var taken = await context.JobRuns.Where(Is(due)).Where(run => run.State == due.State && run.Attempt == due.Attempt).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, JobState.Running).SetProperty(run => run.Holder, holder).SetProperty(run => run.StartedAt, started)
                    .SetProperty(run => run.Attempt, attempt).SetProperty(run => run.Strikes, strikes).SetProperty(run => run.NotBefore, (DateTime?)null),
                cancellationToken);
            if (taken == 1)
            {
                (due.State, due.Holder, due.StartedAt, due.Attempt, due.Strikes, due.NotBefore) = (JobState.Running, holder, started, attempt, strikes, null);
                working[due.Id] = due;
                return due;
            }

            // Another process was faster; there may be more.
        }
    }

    /// <summary>Tells how far a run is.</summary>
    /// <returns>Whether the run is still this attempt's, and whether somebody wants it stopped.</returns>
    internal async Task<(bool IsHeld, bool CancelAsked)> BeatAsync(JobRun run, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var held = await context.JobRuns.Where(Is(run)).Where(IsHeld(run)).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.Done, run.Done).SetProperty(x => x.Total, run.Total).SetProperty(x => x.Rate, run.Rate)
                .SetProperty(x => x.Strikes, run.Strikes).SetProperty(x => x.Findings, run.Findings),
            cancellationToken);
        return (held == 1, await context.JobRuns.Where(Is(run)).Select(x => x.CancelAsked).SingleOrDefaultAsync(cancellationToken));
    }

    /// <summary>
    /// Lets go of a run, over or to be taken up again. One that another process has by now stays as it is; one that the catalog can't be told of is taken
    /// up again here.
    /// </summary>
    internal async Task LetGoAsync(JobRun run, JobState state, CancellationToken cancellationToken)
    {
        working.TryRemove(run.Id, out _);
        run.State = state;
        run.EndedAt = run.IsOver ? clock.Now() : null;
        await using var context = catalog.CreateContext();
        await context.JobRuns.Where(Is(run)).Where(IsHeld(run)).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.State, state).SetProperty(x => x.Done, run.Done).SetProperty(x => x.Total, run.Total).SetProperty(x => x.Rate, run.Rate)
                .SetProperty(x => x.Strikes, run.Strikes).SetProperty(x => x.Findings, run.Findings).SetProperty(x => x.EndedAt, run.EndedAt).SetProperty(x => x.NotBefore, run.NotBefore)
                .SetProperty(x => x.Holder, (string?)null),
            cancellationToken);
    }

    private IQueryable<JobRun> Due(CatalogContext context, DateTime now)
    {
        var isAlone = catalog.Provider == Provider.Sqlite;
        var mine = working.Keys.ToList();
        var runs = context.JobRuns;
        return runs.Where(run => run.State == JobState.Queued
                || (run.State == JobState.Interrupted && (run.NotBefore == null || run.NotBefore <= now))
                || (run.State == JobState.Running && run.Holder == holder && !mine.Contains(run.Id))
                || (run.State == JobState.Running && run.Holder != holder && (isAlone || !context.NodeLeases.Any(lease => lease.Holder == run.Holder && lease.ExpiresAt > now))))
            .Where(run => !runs.Any(other => other.TenantId == run.TenantId && other.Id != run.Id
                && (other.State == JobState.Running || (other.State == JobState.Interrupted && other.NotBefore > now))
                && ((other.State == JobState.Running && run.State != JobState.Running)
                    || other.QueuedAt < run.QueuedAt || (other.QueuedAt == run.QueuedAt && other.Id < run.Id))));
    }

    private static Expression<Func<JobRun, bool>> Is(JobRun run)
    {
        var (tenant, id) = (run.TenantId, run.Id);
        return each => each.TenantId == tenant && each.Id == id;
    }

    private Expression<Func<JobRun, bool>> IsHeld(JobRun run)
    {
        var attempt = run.Attempt;
        return each => each.Attempt == attempt && each.Holder == holder && each.State == JobState.Running;
    }
}
