using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Jobs;

/// <summary>The runs of jobs as those see them who ask for them: everybody their own.</summary>
public sealed class JobRuns(CatalogDatabase catalog, JobBell bell, TimeProvider clock)
{
    /// <summary>Queues a run in the name of the scope's actor.</summary>
    /// <param name="id">Names the run, and what it is about in the tenant's ledger.</param>
    /// <returns>False when the run is there already.</returns>
    public async Task<bool> QueueAsync(LedgerScope scope, string kind, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = catalog.CreateContext();
        context.JobRuns.Add(new JobRun { TenantId = scope.TenantId, Id = id, Kind = kind, AskerKind = scope.Actor.Kind, AskerId = scope.Actor.Id, QueuedAt = clock.Now() });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            context.ChangeTracker.Clear();
            if (await Visible(context, scope).AnyAsync(run => run.Id == id, cancellationToken))
            {
                return false;
            }

            throw;
        }

        bell.Ring();
        return true;
    }

    /// <summary>A run, or null where the scope's actor has none of that id.</summary>
    public async Task<JobRun?> FindAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = catalog.CreateContext();
        return await Visible(context, scope).AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>Those of some runs that the scope's actor has, by id.</summary>
    public async Task<IReadOnlyDictionary<long, JobRun>> FindAsync(LedgerScope scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = catalog.CreateContext();
        return await Visible(context, scope).AsNoTracking().Where(run => ids.Contains(run.Id)).ToDictionaryAsync(run => run.Id, cancellationToken);
    }

    /// <summary>The newest runs of the scope's actor.</summary>
    public async Task<IReadOnlyList<JobRun>> NewestAsync(LedgerScope scope, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = catalog.CreateContext();
        return await Visible(context, scope).AsNoTracking().OrderByDescending(run => run.QueuedAt).ThenByDescending(run => run.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Stops a run: one that waits at once, one at work after its batch. One that is over stays as it is.</summary>
    /// <exception cref="RefusedException">The scope's actor has no such run.</exception>
    public async Task CancelAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        await DemandAsync(scope, id, cancellationToken);
        var now = clock.Now();
        await using var context = catalog.CreateContext();
        var stopped = await Visible(context, scope).Where(run => run.Id == id && (run.State == JobState.Queued || run.State == JobState.Interrupted))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Cancelled).SetProperty(run => run.EndedAt, now), cancellationToken);
        if (stopped == 0)
        {
            await Visible(context, scope).Where(run => run.Id == id && run.State == JobState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.CancelAsked, true), cancellationToken);
        }
    }

    /// <summary>Lets a run that failed or was stopped go on from its checkpoint. Another stays as it is.</summary>
    /// <exception cref="RefusedException">The scope's actor has no such run.</exception>
    public async Task ResumeAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        await DemandAsync(scope, id, cancellationToken);
        await using var context = catalog.CreateContext();
        await Visible(context, scope).Where(run => run.Id == id && (run.State == JobState.Failed || run.State == JobState.Cancelled))
            .ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, JobState.Queued).SetProperty(run => run.CancelAsked, false)
                    .SetProperty(run => run.Strikes, 0).SetProperty(run => run.NotBefore, (DateTime?)null).SetProperty(run => run.EndedAt, (DateTime?)null),
                cancellationToken);
        bell.Ring();
    }

    private async Task DemandAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, id, cancellationToken) is null)
        {
            throw new RefusedException(Refusal.Of(JobMessages.RunUnknown, ("id", RecordIds.Format(RecordIds.Job, id))));
        }
    }

    private static IQueryable<JobRun> Visible(CatalogContext context, LedgerScope scope)
    {
        var (tenant, asker) = (scope.TenantId, scope.Actor);
        return context.JobRuns.Where(run => run.TenantId == tenant && run.AskerKind == asker.Kind && run.AskerId == asker.Id);
    }
}
