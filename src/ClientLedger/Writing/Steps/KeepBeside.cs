namespace ClientLedger.Writing.Steps;

/// <summary>Lets the rooms keep what stands beside the records: a customer's totals.</summary>
internal sealed class KeepBeside(IReadOnlyList<IRecordRules> rules) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            var records = batch.Open.Where(record => record.Entity.Name == rule.Entity && record.IsChanged).ToList();
            if (records.Count > 0)
            {
                await rule.AppliedAsync(batch, records, cancellationToken);
            }
        }
    }
}
