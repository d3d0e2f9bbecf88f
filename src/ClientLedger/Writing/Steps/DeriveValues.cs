namespace ClientLedger.Writing.Steps;

/// <summary>
/// Lets the rooms derive what follows from the change: amounts of lines and orders, numbers, dates. Derivations may bring in further records. Only rows
/// that nothing is wrong with are derived from; what the rooms' own rules refuse when all values are known makes the gate begin anew without those rows.
/// </summary>
internal sealed class DeriveValues(IReadOnlyList<IRecordRules> rules) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        batch.RefusedBeforeDeriving.UnionWith(batch.Rows.Where(row => row.IsRefused));
        foreach (var rule in rules)
        {
            var records = batch.Open.Where(record => record.Entity.Name == rule.Entity).ToList();
            if (records.Count > 0)
            {
                await rule.DeriveAsync(batch, records, cancellationToken);
            }
        }

        foreach (var rule in rules)
        {
            var records = batch.Open.Where(record => record.Entity.Name == rule.Entity && record.IsChanged).ToList();
            if (records.Count > 0)
            {
                await rule.CheckAsync(batch, records, cancellationToken);
            }
        }

        batch.RefusedLate = !batch.Changes.AllOrNothing && batch.Rows.Any(row => row.IsRefused && !batch.RefusedBeforeDeriving.Contains(row));
    }
}
