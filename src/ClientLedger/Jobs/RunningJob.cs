using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.Jobs;

/// <summary>
/// A run at work: how far it is, and the one way in which it changes the ledger, batch after batch with its checkpoint. Each batch has the rights that
/// the actor has at that moment, and comes when no person waits.
/// </summary>
public sealed class RunningJob
{
    /// <summary>How often a batch is made anew when the tenant's rights, fields or settings are changed under it, or other writers win.</summary>
    private const int MostAttempts = 10;

    /// <summary>A batch waits no longer than this for people, so that the job ends one day.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly JobRun run;
    private readonly Actor actor;
    private readonly LedgerScopes scopes;
    private readonly WriteGate gate;
    private readonly WaitingPeople people;
    private readonly TimeProvider clock;

    internal RunningJob(JobRun run, JobCheckpoint checkpoint, Actor actor, LedgerScopes scopes, WriteGate gate, WaitingPeople people, TimeProvider clock)
    {
        this.run = run;
        this.actor = actor;
        this.scopes = scopes;
        this.gate = gate;
        this.people = people;
        this.clock = clock;
        Position = checkpoint.Position;
        Done = checkpoint.Done;
    }

    /// <summary>Names the run, and what it is about.</summary>
    public long Id => run.Id;

    public int TenantId => run.TenantId;

    /// <summary>Where to go on; null at the beginning.</summary>
    public string? Position { get; private set; }

    /// <summary>Units that are done, as the checkpoint says.</summary>
    public long Done { get; private set; }

    /// <summary>Units that there are; 0 while it isn't known.</summary>
    public long Total { get; set; }

    /// <summary>What was found so far, by code; counts alone, since they are kept in the catalog.</summary>
    public IReadOnlyDictionary<string, long> Findings { get; set; } = new Dictionary<string, long>();

    /// <summary>Opens the ledger with the rights that the actor has now.</summary>
    /// <exception cref="RefusedException">The actor is no member any more, or the tenant lets nobody in.</exception>
    public Task<LedgerScope> OpenAsync(CancellationToken cancellationToken) => scopes.OpenAsync(run.TenantId, actor, cancellationToken);

    /// <summary>Makes a batch for the rights, fields and settings of the moment and commits it with its checkpoint.</summary>
    /// <param name="make">Called again when something of the scope changes under the batch.</param>
    /// <exception cref="RefusedException">The ledger isn't open to the actor any more, or others won every race.</exception>
    public async Task ApplyAsync(Func<LedgerScope, JobBatch> make, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(make);
        await GiveWayAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var scope = await OpenAsync(cancellationToken);
            var batch = make(scope);
            try
            {
                await gate.ApplyAsync(scope, batch.Changes, (transaction, rows, ct) => CommitWithAsync(scope.Database, transaction, batch, rows, ct), cancellationToken);
                (Position, Done) = (batch.Position, batch.Done);
                return;
            }
            catch (RefusedException refused) when (attempt < MostAttempts && (refused.Refusal.Code == WriteMessages.ScopeChanged || refused.Refusal.Code == WriteMessages.SetBusy))
            {
                // Nothing of the batch was committed.
            }
        }
    }

    private async Task CommitWithAsync(LedgerDatabase database, LedgerTransaction transaction, JobBatch batch, IReadOnlyList<RowResult> rows, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext(transaction);
        await Checkpoints.MoveAsync(context, run, batch, cancellationToken);
        if (batch.Beside is { } beside)
        {
            await beside(context, rows, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task GiveWayAsync(CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; people.Count > 0 && waited < MostPatience; waited += Glance)
        {
            await Task.Delay(Glance, clock, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
