using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing.Steps;

namespace ClientLedger.Writing;

/// <summary>
/// The one piece of code that changes customer data. Its steps are one array, whose order is the order; a change set takes them as a whole
/// batch, and is written and logged in one transaction.
/// </summary>
public sealed class WriteGate
{
    /// <summary>How often a set begins anew after losing a race against another writer.</summary>
    private const int MostRaces = 3;

    /// <summary>How often a set begins anew for rows that were held against others of which nothing comes.</summary>
    private const int MostReconsidered = 8;

    private readonly TimeProvider clock;
    private readonly IWriteStep[] steps;

    internal WriteGate(ReadGate readGate, IdSource ids, TimeProvider clock, IRandomSource random, IEnumerable<IRecordRules> rules)
    {
        this.clock = clock;
        IRecordRules[] ruled = [.. rules];
        steps =
        [
            new AuthoriseFields(),
            new NormaliseValues(),
            new FindMembers(),
            new BeginTransaction(),
            new IdentifyRecords(ids),
            new FindDuplicates(readGate),
            new LoadRecords(),
            new AuthoriseRecords(readGate),
            new LoadChangesSince(),
            new ResolveReferences(readGate),
            new MergeChanges(),
            new RefuseCircles(),
            new FindDuplicatesOfChanges(readGate),
            new ValidateRecords(),
            new ValidateRefusedRows(),
            new ReconsiderDuplicates(),
            new DeriveValues(ruled),
            new StopWhenRefused(),
            new AssignNumbers(),
            new ApplyRecords(),
            new KeepIndexes(),
            new KeepBeside(ruled),
            new AuthoriseResult(readGate),
            new DoWorkBeside(),
            new AppendLog(ids, random),
            new ConfirmUnique(),
            new ConfirmHierarchies(),
            new ConfirmScope(),
        ];
    }

    /// <summary>
    /// Checks and applies a change set within the rights of its scope. Refusals of rows are in the result; when the set is all or nothing, one of
    /// them leaves the ledger as it was.
    /// </summary>
    /// <exception cref="RefusedException">Nothing was saved: other writers won every race, or the scope is out of date.</exception>
    public Task<ChangeResult> ApplyAsync(LedgerScope scope, ChangeSet changes, CancellationToken cancellationToken) =>
        ApplyAsync(scope, changes, work: null, cancellationToken);

    /// <summary>The same, with work that is committed together with the set, also when nothing is left to write.</summary>
    /// <exception cref="RefusedException">Nothing was saved: other writers won every race, or the scope is out of date.</exception>
    public async Task<ChangeResult> ApplyAsync(LedgerScope scope, ChangeSet changes, WorkBeside? work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(changes);
        var refused = new Dictionary<int, IReadOnlyList<Refusal>>();
        for (var (races, turns) = (0, 0); ; turns++)
        {
            var batch = Begin(scope, changes, work, refused, isAgain: races > 0, mayBeginAnew: turns < MostReconsidered);
            try
            {
                await RunAsync(batch, cancellationToken);
                if (!batch.RefusedLate)
                {
                    return WriteResults.Of(batch);
                }

                Keep(refused, batch);
            }
            catch (RecordsMovedException moved)
            {
                if (++races >= MostRaces)
                {
                    moved.Refuse();
                    Keep(refused, batch);
                }
            }
            catch (Exception failure) when (DatabaseFailures.IsRace(scope.Database, failure))
            {
                if (++races > MostRaces)
                {
                    throw new RefusedException(Refusal.Of(WriteMessages.SetBusy));
                }
            }
            finally
            {
                if (batch.Transaction is { } transaction)
                {
                    await transaction.DisposeAsync();
                }
            }
        }
    }

    private WriteBatch Begin(LedgerScope scope, ChangeSet changes, WorkBeside? work, Dictionary<int, IReadOnlyList<Refusal>> refused, bool isAgain, bool mayBeginAnew)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = new WriteBatch(scope, changes, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond))) { Work = work, IsAgain = isAgain, MayBeginAnew = mayBeginAnew };
        foreach (var (index, refusals) in refused)
        {
            batch.Rows[index].IsDecided = true;
            foreach (var refusal in refusals)
            {
                batch.Rows[index].Refuse(refusal);
            }
        }

        return batch;
    }

    private async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            await step.RunAsync(batch, cancellationToken);
            if (batch.IsStopped || batch.RefusedLate)
            {
                return;
            }
        }

        if (batch.SetNumber is not null || batch.Work is not null)
        {
            await batch.Transaction.CommitAsync(cancellationToken);
            batch.IsCommitted = batch.SetNumber is not null;
            batch.Scope.Database.Bell.Ring(batch.Scope.TenantId);
        }
    }

    /// <summary>What was refused on written rows is refused from the start next time; the others are written without them.</summary>
    private static void Keep(Dictionary<int, IReadOnlyList<Refusal>> refused, WriteBatch batch)
    {
        foreach (var row in batch.Rows.Where(row => row.IsRefused && !batch.RefusedBeforeDeriving.Contains(row)))
        {
            refused.TryAdd(row.Index, row.Refusals);
        }
    }
}
