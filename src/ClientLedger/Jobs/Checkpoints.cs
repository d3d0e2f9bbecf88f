using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Jobs;

/// <summary>Reads and writes a run's checkpoint. Whoever took the run up last alone may write.</summary>
internal static class Checkpoints
{
    /// <summary>The checkpoint for an attempt; attempts before it write no more from now on.</summary>
    /// <exception cref="JobLostException">A later attempt has it.</exception>
    public static async Task<JobCheckpoint> ClaimAsync(LedgerDatabase database, JobRun run, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(run.TenantId, cancellationToken);
        await using var context = database.CreateContext(transaction);
        var claimed = await context.Set<JobCheckpoint>().Where(checkpoint => checkpoint.RunId == run.Id && checkpoint.Attempt <= run.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(checkpoint => checkpoint.Attempt, run.Attempt).SetProperty(checkpoint => checkpoint.Failure, (string?)null), cancellationToken);
        var kept = await context.Set<JobCheckpoint>().AsNoTracking().SingleOrDefaultAsync(checkpoint => checkpoint.RunId == run.Id, cancellationToken);
        if (kept is null)
        {
            kept = new JobCheckpoint { RunId = run.Id, Attempt = run.Attempt };
            context.Add(kept);
            await context.SaveChangesAsync(cancellationToken);
        }
        else if (claimed == 0)
        {
            throw new JobLostException();
        }

        await transaction.CommitAsync(cancellationToken);
        return kept;
    }

    /// <summary>Writes the checkpoint after a batch, in its transaction.</summary>
    /// <exception cref="JobLostException">A later attempt has the run, so that the batch must not be committed.</exception>
    public static async Task MoveAsync(LedgerContext context, JobRun run, JobBatch batch, CancellationToken cancellationToken)
    {
        var written = await context.Set<JobCheckpoint>().Where(checkpoint => checkpoint.RunId == run.Id && checkpoint.Attempt == run.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(checkpoint => checkpoint.Position, batch.Position).SetProperty(checkpoint => checkpoint.Done, batch.Done), cancellationToken);
        if (written == 0)
        {
            throw new JobLostException();
        }
    }

    /// <summary>Keeps why a run failed.</summary>
    public static async Task FailAsync(LedgerDatabase database, JobRun run, Refusal refusal, CancellationToken cancellationToken)
    {
        var failure = KeptRefusals.ToJson([refusal]);
        await using var transaction = await database.BeginAsync(run.TenantId, cancellationToken);
        await using var context = database.CreateContext(transaction);
        await context.Set<JobCheckpoint>().Where(checkpoint => checkpoint.RunId == run.Id && checkpoint.Attempt == run.Attempt)
            .ExecuteUpdateAsync(set => set.SetProperty(checkpoint => checkpoint.Failure, failure), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>Another process has taken the run over: this one has nothing more to do with it.</summary>
internal sealed class JobLostException : Exception;
