namespace ClientLedger.Writing.Steps;

/// <summary>What the caller wants committed with the set. It comes before the log, whose head all writers of the tenant wait for.</summary>
internal sealed class DoWorkBeside : IWriteStep
{
    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        batch.Work is { } work ? work(batch.Transaction, WriteResults.RowsOf(batch, isCommitted: true), cancellationToken) : Task.CompletedTask;
}
