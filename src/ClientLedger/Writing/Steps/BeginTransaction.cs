namespace ClientLedger.Writing.Steps;

/// <summary>Everything before this works on the values alone; everything after it sees one state of the ledger and holds SQLite's file.</summary>
internal sealed class BeginTransaction : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        batch.Transaction = await batch.Scope.Database.BeginAsync(batch.Scope.TenantId, cancellationToken);
}
