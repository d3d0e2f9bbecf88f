namespace ClientLedger.Writing.Steps;

/// <summary>Before anything is written: one refused row refuses all, where the set says so; and nothing is begun where nothing is left to write.</summary>
internal sealed class StopWhenRefused : IWriteStep
{
    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        batch.IsStopped = (batch.Changes.AllOrNothing && batch.Rows.Any(row => row.IsRefused))
            || !batch.Open.Any(record => record.IsChanged || record.IsConfirmed);
        return Task.CompletedTask;
    }
}
