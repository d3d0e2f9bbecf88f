using ClientLedger.Fields;
using ClientLedger.Storage;

namespace ClientLedger.Writing;

/// <summary>Unique values that one record of a set gives up and another one takes, so that for a moment both would hold them.</summary>
internal static class HandedOn
{
    /// <summary>The records of one entity that give such values up.</summary>
    /// <param name="isIndexed">By ordinal: the database itself keeps the field unique.</param>
    public static IReadOnlySet<RecordWork> Givers(WriteBatch batch, EntityDescriptor entity, IReadOnlyList<RecordWork> records, Func<int, bool> isIndexed)
    {
        var givers = new HashSet<RecordWork>();
        for (var ordinal = SystemFields.Count; ordinal < entity.Fields.Count; ordinal++)
        {
            var given = entity.Fields[ordinal].Unique && isIndexed(ordinal) ? records.Where(record => GivesUp(record, ordinal)).ToList() : [];
            if (given.Count > 0)
            {
                var taken = records.Where(record => Takes(record, ordinal)).Select(record => KeyOf(record.After)).ToHashSet();
                givers.UnionWith(given.Where(record => taken.Contains(KeyOf(record.Before!))));
                object KeyOf(object?[] values) => StoredValues.KeyOf(batch.Scope.Secrets, entity.Fields[ordinal], values[ordinal]!);
            }
        }

        return givers;
    }

    /// <summary>The record comes to hold a value that it didn't hold among the live ones.</summary>
    public static bool Takes(RecordWork record, int ordinal) =>
        !record.IsDeleted && record.After[ordinal] is { } value
        && (record.IsNew || record.WasDeleted || !CanonicalValues.AreEqual(record.Before![ordinal], value));

    /// <summary>The record holds its value no longer: it has another one, or goes.</summary>
    public static bool GivesUp(RecordWork record, int ordinal) =>
        record is { WasDeleted: false, Before: { } before } && before[ordinal] is { } value
        && (record.IsDeleted || !CanonicalValues.AreEqual(value, record.After[ordinal]));
}
