using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing;

/// <summary>What rows have in common with live records: an equal phone, e-mail, tax number or name, as far as the caller may see them.</summary>
internal static class DuplicateHits
{
    /// <summary>Finds for each row its hits on the stored records of its entity that the caller may see, with their titles.</summary>
    /// <param name="rows">Of one entity.</param>
    /// <param name="valueOf">What is looked for of a row's field, by its ordinal; null for nothing.</param>
    /// <returns>What each row was looked for by.</returns>
    public static async Task<Dictionary<RowWork, List<(int Ordinal, object Key)>>> FindAsync(
        WriteBatch batch, ReadGate readGate, IReadOnlyList<RowWork> rows, Func<RowWork, int, object?> valueOf, CancellationToken cancellationToken)
    {
        var entity = rows[0].Entity;
        var rights = batch.Scope.Rights.On(entity.Name);
        var keys = new Dictionary<RowWork, List<(int Ordinal, object Key)>>();
        for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
        {
            // Only fields that are clear on every row: a hint must not tell of a value that the caller can't read.
            if (entity.Fields[ordinal].WarnOnDuplicates && rights.IsClearEverywhere(ordinal))
            {
                await FindAsync(batch, rows, ordinal, valueOf, keys, cancellationToken);
            }
        }

        await NameAsync(batch, readGate, entity, rows, cancellationToken);
        return keys;
    }

    /// <summary>The row resembles a record, which isn't its own.</summary>
    public static void Add(RowWork row, FieldDescriptor field, long id)
    {
        if (id != row.Record?.Id && !row.Duplicates.Exists(hit => hit.Id == id && hit.Field == field.Name))
        {
            row.Duplicates.Add(new DuplicateHit(field.Name, id, null));
        }
    }

    /// <summary>Refuses a row at the fields by which it resembles other records.</summary>
    public static void Refuse(RowWork row, MessageCode code)
    {
        foreach (var name in row.Duplicates.Select(hit => hit.Field).Distinct())
        {
            var ordinal = row.Entity.OrdinalOf(name);
            row.TryGet(ordinal, out var value);
            row.Refuse(Refusal.Of(
                code,
                ("entity", row.Entity.Label),
                ("field", row.Entity.Fields[ordinal].Label),
                ("value", value is string[] several ? string.Join("; ", several) : value)) with
                { Field = name });
        }
    }

    private static async Task FindAsync(
        WriteBatch batch,
        IReadOnlyList<RowWork> rows,
        int ordinal,
        Func<RowWork, int, object?> valueOf,
        Dictionary<RowWork, List<(int Ordinal, object Key)>> keys,
        CancellationToken cancellationToken)
    {
        var field = rows[0].Entity.Fields[ordinal];
        var asked = new HashSet<object>();
        foreach (var row in rows)
        {
            if (valueOf(row, ordinal) is { } value)
            {
                if (!keys.TryGetValue(row, out var own))
                {
                    keys.Add(row, own = []);
                }

                foreach (var key in StoredValues.KeysOf(batch.Scope.Secrets, field, value))
                {
                    own.Add((ordinal, key));
                    asked.Add(key);
                }
            }
        }

        var found = await RecordLookup.FindAsync(batch, rows[0].Entity, ordinal, asked, cancellationToken);
        if (found.Count == 0)
        {
            return;
        }

        foreach (var (row, own) in keys)
        {
            foreach (var id in own.Where(each => each.Ordinal == ordinal).SelectMany(each => found.GetValueOrDefault(each.Key) ?? []))
            {
                Add(row, field, id);
            }
        }
    }

    /// <summary>Drops hits on records that the caller can't see and fills in the titles of the others.</summary>
    private static async Task NameAsync(WriteBatch batch, ReadGate readGate, EntityDescriptor entity, IReadOnlyList<RowWork> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(row => row.Duplicates).Select(hit => hit.Id).ToHashSet();
        if (ids.Count == 0)
        {
            return;
        }

        var visible = await readGate.CoverageAsync(batch.Transaction, batch.Scope, entity, [.. ids], cancellationToken);
        var title = entity.OrdinalOf(entity.Title);
        var titles = batch.Scope.Rights.On(entity.Name).IsClearEverywhere(title)
            ? await RecordLookup.TitlesAsync(batch, entity, visible.Keys, cancellationToken)
            : [];
        foreach (var hits in rows.Select(row => row.Duplicates))
        {
            hits.RemoveAll(hit => visible.GetValueOrDefault(hit.Id) == 0);
            for (var i = 0; i < hits.Count; i++)
            {
                hits[i] = hits[i] with { Title = titles.GetValueOrDefault(hits[i].Id) };
            }
        }
    }
}
