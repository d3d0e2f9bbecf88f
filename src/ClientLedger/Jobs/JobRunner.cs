using System.Collections.Frozen;
using System.Reflection;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClientLedger.Jobs;

/// <summary>Takes up runs and brings them to their end: the one place where jobs begin, go on, are stopped and fail.</summary>
public sealed partial class JobRunner(
    CatalogDatabase catalog, Shards shards, JobLeases leases, LedgerScopes scopes, WriteGate gate, IEnumerable<IJob> jobs, WaitingPeople people, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>A run that is taken up so often without getting on is given up: it may be what kills its process.</summary>
    private const int MostStrikes = 10;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>A run that broke off pauses so long for each of its strikes: what failed it has time to pass, and other runs have their turn.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MostPause = TimeSpan.FromMinutes(3);

    private readonly FrozenDictionary<string, IJob> kinds = jobs.ToFrozenDictionary(job => job.Kind);

    /// <summary>Takes up the run that is due first and works on it until it is over, is stopped, or the process ends; false when none is due.</summary>
    /// <param name="stopping">The process ends: the run is interrupted, and goes on elsewhere or later.</param>
    internal async Task<bool> RunNextAsync(CancellationToken stopping)
    {
        if (await leases.TakeAsync(stopping) is not { } run)
        {
            return false;
        }

        LogTaken(run.Kind, run.Id, run.TenantId, run.Attempt);
        var state = await RunAsync(run, stopping);
        await leases.LetGoAsync(run, state, CancellationToken.None);
        LogLeft(run.Kind, run.Id, run.TenantId, state);
        return true;
    }

    private async Task<JobState> RunAsync(JobRun run, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        LedgerDatabase? database = null;
        JobCheckpoint? checkpoint = null;
        try
        {
            database = shards[await ShardAsync(run, stopping)];
            checkpoint = await Checkpoints.ClaimAsync(database, run, stopping);
            run.Strikes = checkpoint.Done > run.Done ? 0 : run.Strikes;
            run.Done = checkpoint.Done;
            var job = JobOf(run);
            var running = new RunningJob(run, checkpoint, await ActorAsync(run, job, stopping), scopes, gate, people, clock) { Total = run.Total, Findings = run.Findings };
            await using (new JobBeats(leases, run, running, ending, Beat, clock))
            {
                await job.RunAsync(running, ending.Token);
            }

            return JobState.Succeeded;
        }
        catch (Exception end) when (ending.IsCancellationRequested && (end is OperationCanceledException || DatabaseFailures.IsPassing(end)))
        {
            return run.CancelAsked ? JobState.Cancelled : JobState.Interrupted;
        }
        catch (JobLostException)
        {
            LogLost(run.Kind, run.Id, run.TenantId);
            return PauseOf(run);
        }
        catch (RefusedException refused)
        {
            return await FailAsync(database, run, refused.Refusal);
        }
        catch (Exception failure) when (DatabaseFailures.IsPassing(failure))
        {
            // Strikes end it when it doesn't pass; that its ledger can't be reached is none of them.
            run.Strikes -= checkpoint is null ? 1 : 0;
            LogBrokeOff(run.Kind, run.Id, run.TenantId, failure);
            return PauseOf(run);
        }
        catch (Exception failure)
        {
            LogFailed(run.Kind, run.Id, run.TenantId, failure);
            return await FailAsync(database, run, Refusal.Of(JobMessages.Unexpected, ("id", RecordIds.Format(RecordIds.Job, run.Id))));
        }
    }

    private JobState PauseOf(JobRun run)
    {
        var pause = Pause * Math.Max(1, run.Strikes);
        run.NotBefore = clock.Now() + (pause < MostPause ? pause : MostPause);
        return JobState.Interrupted;
    }

    private IJob JobOf(JobRun run)
    {
        if (run.Strikes > MostStrikes)
        {
            throw new RefusedException(Refusal.Of(JobMessages.BrokeOff, ("count", MostStrikes)));
        }

        return kinds.GetValueOrDefault(run.Kind) ?? throw new RefusedException(Refusal.Of(JobMessages.KindUnknown, ("kind", run.Kind)));
    }

    private async Task<JobState> FailAsync(LedgerDatabase? database, JobRun run, Refusal refusal)
    {
        try
        {
            if (database is not null)
            {
                await Checkpoints.FailAsync(database, run, refusal, CancellationToken.None);
            }

            return JobState.Failed;
        }
        catch (Exception failure) when (DatabaseFailures.IsPassing(failure))
        {
            LogBrokeOff(run.Kind, run.Id, run.TenantId, failure);
            return PauseOf(run);
        }
    }

    private async Task<string> ShardAsync(JobRun run, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.Tenants.Where(tenant => tenant.Id == run.TenantId).Select(tenant => tenant.Shard).SingleAsync(cancellationToken);
    }

    /// <summary>Whether a person still is a member is seen when the ledger is opened.</summary>
    private async Task<Actor> ActorAsync(JobRun run, IJob job, CancellationToken cancellationToken)
    {
        var declared = job.GetType().GetCustomAttribute<DoorAccessAttribute>()!;
        if (declared.Admission == Admission.System || run.AskerKind == ActorKind.System)
        {
            return Actor.System(declared.Actor ?? job.Kind);
        }

        await using var context = catalog.CreateContext();
        var name = await context.Memberships.Where(membership => membership.TenantId == run.TenantId && membership.AccountId == run.AskerId)
            .Select(membership => membership.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new Actor(run.AskerKind, run.AskerId, name ?? RecordIds.Format(RecordIds.Account, run.AskerId));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Kind} {Run} of tenant {Tenant} begins, for the {Attempt}. time.")]
    private partial void LogTaken(string kind, long run, int tenant, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Kind} {Run} of tenant {Tenant}: {State}.")]
    private partial void LogLeft(string kind, long run, int tenant, JobState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Run} of tenant {Tenant} was taken over by another process.")]
    private partial void LogLost(string kind, long run, int tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Run} of tenant {Tenant} broke off, and goes on later.")]
    private partial void LogBrokeOff(string kind, long run, int tenant, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Run} of tenant {Tenant} failed.")]
    private partial void LogFailed(string kind, long run, int tenant, Exception failure);
}
