namespace ClientLedger.Writing.Steps;

/// <summary>One step of the write gate. It refuses rows and records of the batch; it throws only for what no caller can mend.</summary>
internal interface IWriteStep
{
    Task RunAsync(WriteBatch batch, CancellationToken cancellationToken);
}
