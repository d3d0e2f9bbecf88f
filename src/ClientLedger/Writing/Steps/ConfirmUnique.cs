using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Looks once more whether a unique value of a tenant's own field is taken. No index of the database keeps these; but the log's head is locked by now, so
/// that of two writers who took the same value the second one sees the first one's record, and begins anew.
/// </summary>
internal sealed class ConfirmUnique : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var group in batch.Open.Where(record => record.IsChanged && !record.IsDeleted).GroupBy(record => record.Entity).ToList())
        {
            for (var ordinal = 0; ordinal < group.Key.Fields.Count; ordinal++)
            {
                if (group.Key.Fields[ordinal] is { Custom: true, Unique: true } field)
                {
                    await ConfirmAsync(batch, field, ordinal, [.. group], cancellationToken);
                }
            }
        }
    }

    private static async Task ConfirmAsync(WriteBatch batch, FieldDescriptor field, int ordinal, List<RecordWork> records, CancellationToken cancellationToken)
    {
        var byKey = records
            .Where(record => HandedOn.Takes(record, ordinal))
            .ToDictionary(record => StoredValues.KeyOf(batch.Scope.Secrets, field, record.After[ordinal]!));
        var found = await RecordLookup.FindAsync(batch, records[0].Entity, ordinal, byKey.Keys, cancellationToken);
        var lost = found.Where(pair => pair.Value.Exists(id => id != byKey[pair.Key].Id)).Select(pair => byKey[pair.Key]).ToList();
        if (lost.Count > 0)
        {
            throw new RecordsMovedException(lost);
        }
    }
}
