using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>Writes the records: new ones in the order that references ask for, changed ones only where their version is still the one that was read.</summary>
internal sealed class ApplyRecords : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var record in batch.Open.Where(record => record.IsChanged))
        {
            Stamp(batch, record);
        }

        foreach (var entity in ReferenceOrder.Of(batch.Scope.Schema))
        {
            var records = batch.Open.Where(record => record.Entity == entity && record.IsChanged).ToList();
            var created = records.Where(record => record.IsNew).ToList();
            if (created.Count > 0)
            {
                await batch.Scope.Database.Writer.InsertAsync(batch.Transaction, Rows(batch, created, []), cancellationToken);
            }

            var changed = records.Where(record => !record.IsNew).ToList();
            if (changed.Count > 0)
            {
                await UpdateAsync(batch, changed, cancellationToken);
            }
        }
    }

    private static void Stamp(WriteBatch batch, RecordWork record)
    {
        var actor = batch.Scope.Actor;
        object? person = actor.Kind == ActorKind.System ? null : actor.Id;
        record.After[SystemFields.IdOrdinal] = record.Id;
        record.After[SystemFields.VersionOrdinal] = record.VersionBefore + 1;
        record.After[SystemFields.UpdatedAtOrdinal] = batch.Now;
        record.After[SystemFields.UpdatedByOrdinal] = person;
        if (record.IsNew)
        {
            record.After[SystemFields.CreatedAtOrdinal] = batch.Now;
            record.After[SystemFields.CreatedByOrdinal] = person;
        }
    }

    private static async Task UpdateAsync(WriteBatch batch, List<RecordWork> records, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(records[0].Entity);
        var keys = new[] { table.TenantId, table.Id, table.Version };
        var written = await batch.Scope.Database.Writer.UpdateAsync(batch.Transaction, Rows(batch, records, keys), keys.Length, report: 1, cancellationToken);
        var moved = records.Where(record => !written.Contains(record.Id)).ToList();
        if (moved.Count > 0)
        {
            throw new RecordsMovedException(moved);
        }
    }

    /// <summary>The rows of records of one entity: of new ones every column that any of them fills, of others every column that any of them changes.</summary>
    private static TableRows Rows(WriteBatch batch, List<RecordWork> records, StoreColumn[] keys)
    {
        var entity = records[0].Entity;
        var table = batch.Tables.Of(entity);
        var rows = new TableRows(table.Name);
        if (keys.Length == 0)
        {
            Fill(rows, table.TenantId, records, _ => batch.Scope.TenantId);
        }
        else
        {
            Fill(rows, keys[0], records, _ => batch.Scope.TenantId);
            Fill(rows, keys[1], records, record => record.Id);
            Fill(rows, keys[2], records, record => record.VersionBefore);
        }

        for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
        {
            if (table[ordinal] is { } columns && records.Exists(record => Differs(record, ordinal)))
            {
                FillField(batch, rows, columns, records, entity.Fields[ordinal], ordinal);
            }
        }

        if (entity.Fields.Any(field => field.Custom))
        {
            Fill(rows, table.Custom, records, record => StoredValues.CustomToStore(batch.Scope.Secrets, entity, record.After));
        }

        if (records.Exists(record => record.WasDeleted != record.IsDeleted))
        {
            Fill(rows, table.DeletedAt, records, record => record.IsDeleted ? record.DeletedBefore ?? batch.Now : null);
        }

        return rows;
    }

    private static bool Differs(RecordWork record, int ordinal) => !CanonicalValues.AreEqual(record.Before?[ordinal], record.After[ordinal]);

    private static void FillField(WriteBatch batch, TableRows rows, FieldColumns columns, List<RecordWork> records, FieldDescriptor field, int ordinal)
    {
        var secrets = batch.Scope.Secrets;
        Fill(rows, columns.Value, records, record => StoredValues.ToStore(secrets, field, record.After[ordinal]));
        if (columns.Key is { } key)
        {
            Fill(rows, key, records, record => record.After[ordinal] is string text ? FoldedText.Key(text) : null);
        }

        if (columns.Hash is { } hash)
        {
            Fill(rows, hash, records, record => record.After[ordinal] is string text ? secrets.Hash(field.Id, text) : null);
            Fill(rows, columns.Tail!, records, record => record.After[ordinal] is string text ? secrets.Tail(field.Id, text) : null);
        }
    }

    private static void Fill(TableRows rows, StoreColumn column, List<RecordWork> records, Func<RecordWork, object?> value)
    {
        var added = rows.Add(column);
        foreach (var record in records)
        {
            added.AddValue(value(record));
        }
    }
}

/// <summary>Records changed between reading and writing; the gate begins anew.</summary>
internal sealed class RecordsMovedException(IReadOnlyList<RecordWork> records) : Exception
{
    /// <summary>Refuses them, once they have moved too often; one that no row names can't be refused by itself.</summary>
    public void Refuse()
    {
        foreach (var record in records)
        {
            if (record.Rows.Count == 0)
            {
                throw new RefusedException(Refusal.Of(WriteMessages.SetBusy));
            }

            record.Refuse(Refusal.Of(WriteMessages.RecordBusy, ("entity", record.Entity.Label), ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id))));
        }
    }
}
