using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// All refusals at once: whoever gave one bad value hears too which required ones are missing, which persons and books there aren't, and which values are
/// taken. Only the row's own values are looked at, since its record won't be made of them.
/// </summary>
internal sealed class ValidateRefusedRows : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var rows = batch.Rows.Where(row => row.IsRefused && IsLookedAt(row)).ToList();
        foreach (var row in rows)
        {
            CheckRequired(batch, row);
            CheckNamed(batch, row);
        }

        foreach (var group in rows.Where(IsLookedAt).GroupBy(row => row.Entity).ToList())
        {
            foreach (var ordinal in Enumerable.Range(0, group.Key.Fields.Count).Where(ordinal => group.Key.Fields[ordinal].Unique))
            {
                await CheckUniqueAsync(batch, group.Key, ordinal, group, cancellationToken);
            }
        }
    }

    /// <summary>A conflict stays one: it is decided between two values before others are looked at.</summary>
    private static bool IsLookedAt(RowWork row) => row.IsLookedAt && row.Conflicts.Count == 0 && row.Change.Verb is Verb.Create or Verb.Update or Verb.Upsert;

    private static void CheckRequired(WriteBatch batch, RowWork row)
    {
        for (var ordinal = SystemFields.Count; ordinal < row.Entity.Fields.Count; ordinal++)
        {
            var field = row.Entity.Fields[ordinal];
            if (field is { Required: true, Derived: false } && !row.Says(field)
                && (row.TryGet(ordinal, out var value) ? value is null && Counts(row, ordinal) : field.Default is null && row.Record is { IsNew: true }))
            {
                row.Refuse(ValidateRecords.Missing(batch, row.Entity, ordinal));
            }
        }
    }

    private static void CheckNamed(WriteBatch batch, RowWork row)
    {
        for (var i = 0; i < row.Ordinals.Count; i++)
        {
            if (row.Values[i] is long named && Counts(row, row.Ordinals[i]) && !IsAsItWas(row, row.Ordinals[i], named)
                && ValidateRecords.NamedWrongly(batch, row.Entity.Fields[row.Ordinals[i]], named) is { } refusal)
            {
                row.Refuse(refusal with { Field = row.Entity.Fields[row.Ordinals[i]].Name });
            }
        }
    }

    private static async Task CheckUniqueAsync(WriteBatch batch, EntityDescriptor entity, int ordinal, IEnumerable<RowWork> rows, CancellationToken cancellationToken)
    {
        var asked = new Dictionary<RowWork, object>();
        foreach (var row in rows.Where(row => row.Record is not null))
        {
            // What a row was sought by is its record's own.
            if (row.TryGet(ordinal, out var value) && value is not null && Counts(row, ordinal) && !IsAsItWas(row, ordinal, value) && row.Change.Key != entity.Fields[ordinal].Name)
            {
                asked.Add(row, KeyOf(value));
            }
        }

        if (asked.Count == 0)
        {
            return;
        }

        var found = await RecordLookup.FindAsync(batch, entity, ordinal, asked.Values.ToHashSet(), cancellationToken);
        var taken = batch.Open.Where(record => record.Entity == entity && record.Rows.Count > 0 && HandedOn.Takes(record, ordinal))
            .ToLookup(record => KeyOf(record.After[ordinal]!));
        foreach (var (row, key) in asked)
        {
            if ((found.GetValueOrDefault(key) ?? []).Exists(id => id != row.Record!.Id && !ValidateRecords.IsLeaving(batch, entity, id, ordinal))
                || taken[key].Any(record => record != row.Record && record.Rows[0].Index < row.Index))
            {
                row.TryGet(ordinal, out var value);
                row.Refuse(ValidateRecords.Taken(entity, ordinal, value));
            }
        }

        object KeyOf(object value) => StoredValues.KeyOf(batch.Scope.Secrets, entity.Fields[ordinal], value);
    }

    /// <summary>Nothing was said of the field, and the row would set it.</summary>
    private static bool Counts(RowWork row, int ordinal) =>
        ordinal >= 0 && !row.Says(row.Entity.Fields[ordinal]) && (row.Record is { IsNew: true } || !row.Change.OnlyIfNew.Contains(row.Entity.Fields[ordinal].Name));

    private static bool IsAsItWas(RowWork row, int ordinal, object value) => row.Record?.Before is { } before && CanonicalValues.AreEqual(before[ordinal], value);
}
