using ClientLedger.Fields;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing;

/// <summary>
/// Records of one entity that stand one above another by a built-in reference, as a parent organisation does. A set is followed upwards level by level, all
/// its records together.
/// </summary>
internal static class Hierarchy
{
    /// <summary>How many records may stand above one.</summary>
    public const int MostLevels = 50;

    /// <summary>The references by which records of an entity stand above one another.</summary>
    public static IEnumerable<int> Of(WriteBatch batch, EntityDescriptor entity) => Enumerable.Range(SystemFields.Count, entity.Fields.Count - SystemFields.Count)
        .Where(ordinal => entity.Fields[ordinal] is { Type: FieldType.Reference } field && field.Target == entity.Name && batch.Tables.Of(entity)[ordinal] is not null);

    /// <summary>Those of a set's records that come to stand somewhere else.</summary>
    public static List<RecordWork> Moved(WriteBatch batch, EntityDescriptor entity, int ordinal) =>
        [.. batch.Open.Where(record => record.Entity == entity && record.After[ordinal] is long && !CanonicalValues.AreEqual(record.Before?[ordinal], record.After[ordinal]))];

    /// <summary>How many records stand above each; null where the way up comes back to the record itself or doesn't end within <see cref="MostLevels"/>.</summary>
    public static async Task<Dictionary<RecordWork, (int? Levels, bool IsCircle)>> FollowAsync(
        WriteBatch batch, EntityDescriptor entity, int ordinal, IReadOnlyCollection<RecordWork> records, CancellationToken cancellationToken)
    {
        var parents = new Dictionary<long, long?>();
        var level = records.Select(record => (long)record.After[ordinal]!).ToHashSet();
        for (var height = 1; level.Count > 0 && height <= MostLevels; height++)
        {
            await LoadAsync(batch, entity, ordinal, parents, level, cancellationToken);
            level = level.Select(id => parents[id]).OfType<long>().Where(id => !parents.ContainsKey(id)).ToHashSet();
        }

        return records.ToDictionary(record => record, record => Follow(record, ordinal, parents));
    }

    private static (int? Levels, bool IsCircle) Follow(RecordWork record, int ordinal, Dictionary<long, long?> parents)
    {
        var next = (long?)record.After[ordinal];
        for (var levels = 0; levels <= MostLevels; levels++)
        {
            if (next is not { } id)
            {
                return (levels, false);
            }

            if (id == record.Id)
            {
                return (null, true);
            }

            next = parents.GetValueOrDefault(id);
        }

        return (null, false);
    }

    /// <summary>What a set leaves a record under, and of all others what the ledger says; deleted records keep their place.</summary>
    private static async Task LoadAsync(
        WriteBatch batch, EntityDescriptor entity, int ordinal, Dictionary<long, long?> parents, HashSet<long> ids, CancellationToken cancellationToken)
    {
        var unknown = new List<long>();
        foreach (var id in ids)
        {
            if (batch.Find(entity, id) is { IsRefused: false } record)
            {
                parents[id] = (long?)record.After[ordinal];
            }
            else
            {
                parents[id] = null;
                unknown.Add(id);
            }
        }

        if (unknown.Count > 0)
        {
            foreach (var (id, parent) in await RecordLookup.ReferencesAsync(batch, entity, ordinal, unknown, cancellationToken))
            {
                parents[id] = parent;
            }
        }
    }
}
