namespace ClientLedger.Writing.Steps;

/// <summary>Lets the rooms derive what follows from the change: amounts of lines and orders, numbers, dates. Derivations may bring in further records.</summary>
internal sealed class DeriveValues(IReadOnlyList<IRecordRules> rules) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            var records = batch.Open.Where(record => record.Entity.Name == rule.Entity).ToList();
            if (records.Count > 0)
            {
                await rule.DeriveAsync(batch, records, cancellationToken);
            }
        }
    }
}
