using ClientLedger.Storage;
using ClientLedger.Writing;

namespace ClientLedger.Jobs;

/// <summary>One step of a run: what is committed together with the checkpoint that says so.</summary>
/// <param name="Changes">May be empty, where a batch changes no record.</param>
/// <param name="Position">Where the run goes on after this batch.</param>
/// <param name="Done">Units that are done after it.</param>
public sealed record JobBatch(ChangeSet Changes, string Position, long Done)
{
    /// <summary>What else is committed: rows of the job's own tables, added to a context of the transaction. It may be asked again for another one.</summary>
    public Func<LedgerContext, IReadOnlyList<RowResult>, CancellationToken, Task>? Beside { get; init; }
}
