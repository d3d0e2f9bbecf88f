using ClientLedger.Reading;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Looks for live records with an equal phone, e-mail, tax number or name, as far as the caller may see them: rows that would make another
/// one are refused with the hits, left out, or turned into an update, as the set says.
/// </summary>
internal sealed class FindDuplicates(ReadGate readGate) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Changes.Duplicates == DuplicatePolicy.Create)
        {
            return;
        }

        foreach (var group in batch.OpenRows.Where(row => row.Record is { IsNew: true }).GroupBy(row => row.Entity).ToList())
        {
            var rows = group.ToList();
            var keys = await DuplicateHits.FindAsync(batch, readGate, rows, static (row, ordinal) => row.TryGet(ordinal, out var value) ? value : null, cancellationToken);
            Decide(batch, rows, keys);
        }
    }

    /// <summary>Row by row, so that a row is also held against those before it that will make a record.</summary>
    private static void Decide(WriteBatch batch, List<RowWork> rows, Dictionary<RowWork, List<(int Ordinal, object Key)>> keys)
    {
        var made = new Dictionary<(int Ordinal, object Key), RecordWork>();
        foreach (var row in rows)
        {
            var own = keys.GetValueOrDefault(row) ?? [];
            foreach (var key in own)
            {
                if (made.TryGetValue(key, out var record) && record != row.Record)
                {
                    DuplicateHits.Add(row, row.Entity.Fields[key.Ordinal], record.Id);
                }
            }

            if (row.Duplicates.Count > 0)
            {
                Decide(batch, row);
            }
            else
            {
                own.ForEach(key => made.TryAdd(key, row.Record!));
            }
        }
    }

    private static void Decide(WriteBatch batch, RowWork row)
    {
        switch (batch.Changes.Duplicates)
        {
            case DuplicatePolicy.Ask:
                DuplicateHits.Refuse(row, WriteMessages.DuplicateFound);
                break;
            case DuplicatePolicy.Skip:
                row.IsSkipped = true;
                break;
            case DuplicatePolicy.Update when row.Duplicates.Select(hit => hit.Id).Distinct().Count() > 1:
                DuplicateHits.Refuse(row, WriteMessages.DuplicateAmbiguous);
                break;
            case DuplicatePolicy.Update when row.Record is { IsNew: true }:
                batch.Redirect(row.Record!, batch.Existing(row.Entity, row.Duplicates[0].Id));
                break;
            default:
                break;
        }
    }
}
