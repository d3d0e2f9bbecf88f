using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Writes the records: new ones in the order that references ask for, changed ones only where their version is still the one that was read. What gives
/// up a unique value that another record takes leaves the unique indexes before: databases look at them row by row.
/// </summary>
internal sealed class ApplyRecords : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var byEntity = batch.Open.Where(record => record.IsChanged).ToLookup(record => record.Entity);
        foreach (var entity in ReferenceOrder.Of(batch.Scope.Schema).Where(byEntity.Contains))
        {
            var records = byEntity[entity].ToList();
            records.ForEach(record => Stamp(batch, record));
            var parked = HandedOn.Givers(batch, entity, records, ordinal => batch.Tables.Of(entity)[ordinal] is not null);
            await ParkAsync(batch, [.. parked], cancellationToken);
            var created = records.Where(record => record.IsNew).ToList();
            if (created.Count > 0)
            {
                await batch.Scope.Database.Writer.InsertAsync(batch.Transaction, Filled(batch, OfTenant(batch, created), created, deletion: false), cancellationToken);
            }

            var changed = records.Where(record => !record.IsNew).ToList();
            if (changed.Count > 0)
            {
                var deletion = parked.Count > 0 || changed.Exists(record => record.WasDeleted != record.IsDeleted);
                await UpdateAsync(batch, changed, Filled(batch, Named(batch, changed), changed, deletion), cancellationToken);
            }
        }
    }

    /// <summary>Unique indexes hold live records alone. That these live on is written with all else that changes.</summary>
    private static async Task ParkAsync(WriteBatch batch, List<RecordWork> records, CancellationToken cancellationToken)
    {
        if (records.Count > 0)
        {
            var rows = Named(batch, records);
            Fill(rows, batch.Tables.Of(records[0].Entity).DeletedAt, records, _ => batch.Now);
            await UpdateAsync(batch, records, rows, cancellationToken);
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

    /// <summary>Updates the rows that <see cref="Named"/> began.</summary>
    private static async Task UpdateAsync(WriteBatch batch, List<RecordWork> records, TableRows rows, CancellationToken cancellationToken)
    {
        var written = await batch.Scope.Database.Writer.UpdateAsync(batch.Transaction, rows, keys: 3, report: 1, cancellationToken);
        var moved = records.Where(record => !written.Contains(record.Id)).ToList();
        if (moved.Count > 0)
        {
            throw new RecordsMovedException(moved);
        }
    }

    /// <summary>Rows of records of one entity, which no column but the tenant's names yet.</summary>
    private static TableRows OfTenant(WriteBatch batch, List<RecordWork> records)
    {
        var table = batch.Tables.Of(records[0].Entity);
        var rows = new TableRows(table.Name);
        Fill(rows, table.TenantId, records, _ => batch.Scope.TenantId);
        return rows;
    }

    /// <summary>Rows named by tenant, id and the version that was read.</summary>
    private static TableRows Named(WriteBatch batch, List<RecordWork> records)
    {
        var table = batch.Tables.Of(records[0].Entity);
        var rows = OfTenant(batch, records);
        Fill(rows, table.Id, records, record => record.Id);
        Fill(rows, table.Version, records, record => record.VersionBefore);
        return rows;
    }

    /// <summary>The rows with their values: of new records every column that any of them fills, of others every column that any of them changes.</summary>
    /// <param name="deletion">Whether they live is written too.</param>
    private static TableRows Filled(WriteBatch batch, TableRows rows, List<RecordWork> records, bool deletion)
    {
        var entity = records[0].Entity;
        var table = batch.Tables.Of(entity);
        for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
        {
            if (table[ordinal] is { } columns && records.Exists(record => Differs(record, ordinal)))
            {
                FillField(batch, rows, columns, records, entity.Fields[ordinal], ordinal);
            }
        }

        if (entity.Fields.Any(field => field.Custom))
        {
            Fill(rows, table.Custom, records, record => StoredValues.CustomToStore(batch.Scope.Secrets, entity, record.After, record.Retired));
        }

        if (deletion)
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
