using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Finds out which record each row is about: by id, by the key of an upsert, or a new one. Rows of one set that have the same key are about
/// one record, also when the first of them makes it.
/// </summary>
internal sealed class IdentifyRecords(IdSource ids) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var byKey = await FindByKeysAsync(batch, cancellationToken);
        foreach (var row in batch.Rows)
        {
            if (row.Entity is null)
            {
                continue;
            }

            row.Record = row.Change.Verb switch
            {
                Verb.Create => batch.New(row.Entity, ids.Next()),
                Verb.Upsert => Upserted(batch, row, byKey),
                _ => Named(batch, row),
            };
            row.Record?.Rows.Add(row);
        }
    }

    private static RecordWork? Named(WriteBatch batch, RowWork row)
    {
        if (row.Change.Id is { } id)
        {
            return batch.Existing(row.Entity, id);
        }

        row.Refuse(Refusal.Of(WriteMessages.IdMissing, ("entity", row.Entity.Label)));
        return null;
    }

    private RecordWork? Upserted(WriteBatch batch, RowWork row, Dictionary<(EntityDescriptor, int, object), RecordWork> byKey)
    {
        if (KeyOf(batch, row) is not { } key)
        {
            return null;
        }

        if (!byKey.TryGetValue((row.Entity, key.Ordinal, key.Value), out var record))
        {
            record = batch.New(row.Entity, ids.Next());
            byKey.Add((row.Entity, key.Ordinal, key.Value), record);
        }

        return record;
    }

    private static async Task<Dictionary<(EntityDescriptor, int, object), RecordWork>> FindByKeysAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<(EntityDescriptor Entity, int Ordinal), HashSet<object>>();
        foreach (var row in batch.Rows.Where(row => row.Entity is not null && row.Change.Verb == Verb.Upsert))
        {
            CheckKey(batch, row);
            if (KeyOf(batch, row) is { } key)
            {
                if (!keys.TryGetValue((row.Entity, key.Ordinal), out var values))
                {
                    keys.Add((row.Entity, key.Ordinal), values = []);
                }

                values.Add(key.Value);
            }
        }

        var found = new Dictionary<(EntityDescriptor, int, object), RecordWork>();
        foreach (var ((entity, ordinal), values) in keys)
        {
            foreach (var (value, records) in await RecordLookup.FindAsync(batch, entity, ordinal, values, cancellationToken))
            {
                found.Add((entity, ordinal, value), batch.Existing(entity, records[0]));
            }
        }

        return found;
    }

    private static void CheckKey(WriteBatch batch, RowWork row)
    {
        var ordinal = row.Change.Key is { } name ? row.Entity.OrdinalOf(name) : -1;
        if (ordinal < 0 || !row.Entity.Fields[ordinal].Unique || batch.Scope.Rights.On(row.Entity.Name).Best(ordinal) != ReadRight.Clear)
        {
            row.Refuse(Refusal.Of(WriteMessages.KeyNotUsable, ("entity", row.Entity.Label), ("key", row.Change.Key)));
        }
        else if (!row.IsRefused && (!row.TryGet(ordinal, out var value) || value is null))
        {
            row.Refuse(Refusal.Of(WriteMessages.KeyMissing, ("field", row.Entity.Fields[ordinal].Label)) with { Field = row.Change.Key });
        }
    }

    private static (int Ordinal, object Value)? KeyOf(WriteBatch batch, RowWork row)
    {
        if (row.IsRefused || row.Change.Key is not { } name)
        {
            return null;
        }

        var ordinal = row.Entity.OrdinalOf(name);
        return row.TryGet(ordinal, out var value) && value is not null
            ? (ordinal, StoredValues.KeyOf(batch.Scope.Secrets, row.Entity.Fields[ordinal], value))
            : null;
    }
}
