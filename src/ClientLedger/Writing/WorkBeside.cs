using ClientLedger.Storage;

namespace ClientLedger.Writing;

/// <summary>
/// Work on tables that are no records, committed together with a set or not at all: a job's checkpoint. A set that begins anew does it again, in
/// another transaction.
/// </summary>
/// <param name="transaction">That of the set.</param>
/// <param name="rows">What becomes of each row once the transaction is committed.</param>
public delegate Task WorkBeside(LedgerTransaction transaction, IReadOnlyList<RowResult> rows, CancellationToken cancellationToken);
