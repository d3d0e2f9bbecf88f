namespace ClientLedger.Writing.Steps;

/// <summary>
/// Before anything is written: one refused row refuses all, where the set says so. A set that changes nothing goes on: whether the caller may write
/// what it named mustn't hang on the values, else a refusal would tell that a guess at a hidden value was wrong.
/// </summary>
internal sealed class StopWhenRefused : IWriteStep
{
    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        batch.IsStopped = batch.Changes.AllOrNothing && batch.Rows.Any(row => row.IsRefused);
        return Task.CompletedTask;
    }
}
