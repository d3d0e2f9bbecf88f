using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Turns references by label and by field into ids, and checks that every record referred to is live and within the caller's sight, unless the reference
/// is sent as the caller read it: a form holds more than what its user changes. One query for each entity and field that references name, whatever the
/// number of rows.
/// </summary>
internal sealed class ResolveReferences(ReadGate readGate) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var pending = Pending(batch);
        ResolveLabels(batch, pending);
        foreach (var group in pending.Where(slot => slot.Value is RecordReference.ByField).GroupBy(slot => (slot.Field.Target, ((RecordReference.ByField)slot.Value!).Field)))
        {
            await ResolveFieldsAsync(batch, batch.Scope.Schema[group.Key.Target!], group.Key.Field, [.. group], cancellationToken);
        }

        foreach (var group in pending.Where(slot => slot.Value is long).GroupBy(slot => slot.Field.Target))
        {
            await CheckAsync(batch, batch.Scope.Schema[group.Key!], [.. group], cancellationToken);
        }
    }

    private static List<Slot> Pending(WriteBatch batch)
    {
        var slots = new List<Slot>();
        foreach (var row in batch.Rows.Where(row => row.IsLookedAt))
        {
            for (var i = 0; i < row.Values.Length; i++)
            {
                if (row.Values[i] is not null && row.Entity.Fields[row.Ordinals[i]] is { Type: FieldType.Reference } field && !row.Says(field))
                {
                    slots.Add(new Slot(row, i, field));
                }
            }
        }

        return slots;
    }

    private static void ResolveLabels(WriteBatch batch, List<Slot> pending)
    {
        var labelled = new Dictionary<string, RowWork>();
        foreach (var row in batch.Rows.Where(row => row.Change.Label is not null))
        {
            labelled.TryAdd(row.Change.Label!, row);
        }

        foreach (var slot in pending)
        {
            if (slot.Value is not RecordReference.ByLabel { Label: var label })
            {
                continue;
            }

            if (!labelled.TryGetValue(label, out var row) || row.Index >= slot.Row.Index || row.Entity?.Name != slot.Field.Target)
            {
                slot.Refuse(Refusal.Of(WriteMessages.LabelUnknown, ("field", slot.Field.Label), ("label", label)));
                continue;
            }

            // A label means the change and not the record: where that is refused, the record may be there and still not be what was meant.
            slot.Row.Labelled.Add((slot.Field, row));
            Point(slot, row.IsRefused ? null : row.Record);
        }
    }

    private async Task ResolveFieldsAsync(WriteBatch batch, EntityDescriptor target, string name, List<Slot> slots, CancellationToken cancellationToken)
    {
        var ordinal = target.OrdinalOf(name);
        var rights = batch.Scope.Rights.On(target.Name);
        if (ordinal < 0 || !rights.IsClearEverywhere(ordinal) || rights.Grants.Count == 0)
        {
            slots.ForEach(slot => slot.Refuse(Refusal.Of(WriteMessages.KeyNotUsable, ("entity", target.Label), ("key", name))));
            return;
        }

        var keys = new Dictionary<Slot, object>();
        foreach (var slot in slots)
        {
            if (!FieldParser.TryParse(target.Fields[ordinal], ((RecordReference.ByField)slot.Value!).Value, batch.Scope.Schema, batch.Scope.Settings, out var canonical, out var refusal))
            {
                slot.Refuse(refusal);
            }
            else if (canonical is null)
            {
                slot.Value = null;
            }
            else
            {
                keys.Add(slot, StoredValues.KeyOf(batch.Scope.Secrets, target.Fields[ordinal], canonical));
            }
        }

        var made = MadeHere(batch, target, ordinal);
        var found = await RecordLookup.FindAsync(batch, target, ordinal, [.. keys.Values], cancellationToken);
        var visible = await VisibleAsync(batch, target, [.. found.Values.SelectMany(ids => ids)], cancellationToken);
        foreach (var (slot, key) in keys)
        {
            var matches = (found.GetValueOrDefault(key) ?? []).Where(visible.Contains).ToList();
            if (made.TryGetValue(key, out var record) && !matches.Contains(record.Id))
            {
                matches.Add(record.Id);
            }

            switch (matches)
            {
                case [var only]:
                    Point(slot, batch.Find(target, only), only);
                    break;
                case []:
                    slot.Refuse(Unknown(slot, target, ((RecordReference.ByField)slot.Value!).Value));
                    break;
                default:
                    slot.Refuse(Refusal.Of(WriteMessages.ReferenceAmbiguous, ("field", slot.Field.Label), ("target", target.Label), ("value", ((RecordReference.ByField)slot.Value!).Value)));
                    break;
            }
        }
    }

    /// <summary>Records that this set makes, by the value that they get for a field.</summary>
    private static Dictionary<object, RecordWork> MadeHere(WriteBatch batch, EntityDescriptor target, int ordinal)
    {
        var made = new Dictionary<object, RecordWork>();
        foreach (var row in batch.OpenRows.Where(row => row.Record is { IsNew: true } record && record.Entity == target))
        {
            if (row.TryGet(ordinal, out var value) && value is not null)
            {
                made.TryAdd(StoredValues.KeyOf(batch.Scope.Secrets, target.Fields[ordinal], value), row.Record!);
            }
        }

        return made;
    }

    private async Task CheckAsync(WriteBatch batch, EntityDescriptor target, List<Slot> slots, CancellationToken cancellationToken)
    {
        var ids = slots.Select(slot => (long)slot.Value!).Where(id => batch.Find(target, id) is not { IsNew: true }).ToHashSet();
        var visible = await VisibleAsync(batch, target, ids, cancellationToken);
        foreach (var slot in slots)
        {
            var id = (long)slot.Value!;
            if (ids.Contains(id) && !visible.Contains(id) && !IsAsItWas(batch, slot))
            {
                slot.Refuse(Unknown(slot, target, RecordIds.Format(target.IdPrefix, id)));
            }
            else if (slot.Row.Record?.Id == id)
            {
                slot.Refuse(Refusal.Of(WriteMessages.ReferenceToItself, ("field", slot.Field.Label)));
            }
        }
    }

    /// <summary>The reference is the one that the record has, or had in the version that the change is based on, and the caller reads it.</summary>
    private static bool IsAsItWas(WriteBatch batch, Slot slot)
    {
        var row = slot.Row;
        if (row.Record is not { Before: { } before } record || !Coverage.IsClear(batch.Scope.Rights.On(record.Entity.Name), slot.Ordinal, record.CoveredBefore))
        {
            return false;
        }

        return CanonicalValues.AreEqual(before[slot.Ordinal], slot.Value)
            || (row.Change.BaseVersion is { } version
                && record.ValuesAt(version, batch.Scope.Secrets).TryGetValue(slot.Field.Name, out var origin)
                && CanonicalValues.AreEqual(origin, slot.Value));
    }

    private async Task<HashSet<long>> VisibleAsync(WriteBatch batch, EntityDescriptor target, HashSet<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var live = await RecordLookup.LiveAsync(batch, target, ids, cancellationToken);
        if (Coverage.IsEverywhere(batch.Scope.Rights.On(target.Name)))
        {
            return live;
        }

        var coverage = await readGate.CoverageAsync(batch.Transaction, batch.Scope, target, [.. live], cancellationToken);
        live.RemoveWhere(id => coverage.GetValueOrDefault(id) == 0);
        return live;
    }

    private static void Point(Slot slot, RecordWork? record, long? id = null)
    {
        if (record is { IsRefused: true, IsNew: true } || (record is null && id is null))
        {
            slot.Refuse(Refusal.Of(WriteMessages.ReferenceRefused, ("field", slot.Field.Label)));
        }
        else
        {
            slot.Value = record?.Id ?? id;
        }
    }

    private static Refusal Unknown(Slot slot, EntityDescriptor target, object value) =>
        Refusal.Of(WriteMessages.ReferenceUnknown, ("field", slot.Field.Label), ("target", target.Label), ("value", value));

    /// <summary>One reference of one row.</summary>
    private sealed class Slot(RowWork row, int index, FieldDescriptor field)
    {
        public RowWork Row { get; } = row;

        public FieldDescriptor Field { get; } = field;

        public int Ordinal => Row.Ordinals[index];

        public object? Value
        {
            get => Row.Values[index];
            set => Row.Values[index] = value;
        }

        public void Refuse(Refusal refusal)
        {
            Row.Refuse(refusal with { Field = Field.Name });
            Value = null;
        }
    }
}
