using ClientLedger.Reading;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// The same for records that are there: who changes one so that it comes to resemble another, and asked to be warned, hears of it and confirms. Only what a
/// row brings in is held against others; what the record had already was told before.
/// </summary>
internal sealed class FindDuplicatesOfChanges(ReadGate readGate) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Changes.Duplicates != DuplicatePolicy.Ask)
        {
            return;
        }

        foreach (var group in batch.OpenRows.Where(row => row.Record is { Before: not null, IsDeleted: false, IsRefused: false }).GroupBy(row => row.Entity).ToList())
        {
            var rows = group.ToList();
            await DuplicateHits.FindAsync(batch, readGate, rows, BroughtIn, cancellationToken);
            rows.ForEach(row => DuplicateHits.Refuse(row, WriteMessages.DuplicateFound));
        }
    }

    /// <summary>The row's value, or of several the elements, that the record hadn't before.</summary>
    private static object? BroughtIn(RowWork row, int ordinal)
    {
        var record = row.Record!;
        if (!row.TryGet(ordinal, out var value) || value is null || !record.Touched[ordinal])
        {
            return null;
        }

        var before = record.Before![ordinal];
        return value switch
        {
            string[] several => several.Except(before as string[] ?? []).ToArray() is { Length: > 0 } added ? added : null,
            _ => CanonicalValues.AreEqual(value, before) ? null : value,
        };
    }
}
