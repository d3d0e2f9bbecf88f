using System.Globalization;
using System.Text;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Writing.Sql;

/// <summary>What the write gate reads inside its transaction: records by id and by key, a whole batch in one statement.</summary>
internal static class RecordLookup
{
    /// <summary>Live records by the key of a field (<see cref="StoredValues.KeyOf"/>), in the order of their ids. Keys that no record has are missing in the answer.</summary>
    public static async Task<Dictionary<object, List<long>>> FindAsync(WriteBatch batch, EntityDescriptor entity, int ordinal, IReadOnlyCollection<object> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<object, List<long>>();
        if (keys.Count == 0)
        {
            return found;
        }

        var rows = new List<(long Id, object Key)>();
        await using (var reader = await batch.Transaction.QueryAsync(FindStatement(batch, entity, ordinal, keys), cancellationToken))
        {
            var isText = keys.First() is string;
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add((reader.GetInt64(0), isText ? reader.GetString(1) : reader.GetInt64(1)));
            }
        }

        // Put in order here: asked to, a database without statistics walks all records in the order of their ids rather than look up each key.
        rows.Sort((left, right) => left.Id.CompareTo(right.Id));
        foreach (var (id, key) in rows)
        {
            if (!found.TryGetValue(key, out var ids))
            {
                found.Add(key, ids = []);
            }

            ids.Add(id);
        }

        return found;
    }

    /// <summary>Fills in values before, version and deletion of the records that exist.</summary>
    public static async Task LoadAsync(WriteBatch batch, EntityDescriptor entity, IReadOnlyDictionary<long, RecordWork> records, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(entity);
        var rows = new StoredRecords(batch.Tables, batch.Scope.Secrets, entity);
        var dialect = batch.Scope.Database.Dialect;
        var (hint, suffix) = batch.LocksWhatItReads ? (dialect.LockHint, $" ORDER BY {SqlDialect.Quote(table.Id.Name)}{dialect.LockSuffix}") : ("", "");
        var statement = ByIds(batch, $"SELECT {rows.Columns} FROM {SqlDialect.Quote(table.Name)}{hint} WHERE ", records.Keys, suffix);
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = rows.Read(reader);
            var record = records[(long)stored.Values[SystemFields.IdOrdinal]!];
            record.DeletedBefore = stored.DeletedAt;
            record.IsDeleted = record.WasDeleted;
            record.Before = stored.Values;
            record.Retired = stored.Retired;
            record.After = [.. stored.Values];
        }
    }

    /// <summary>Locks loaded records until the transaction ends; tells which of them another writer has changed since they were loaded.</summary>
    public static async Task<IReadOnlyList<RecordWork>> LockAsync(WriteBatch batch, EntityDescriptor entity, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(entity);
        var dialect = batch.Scope.Database.Dialect;
        var id = SqlDialect.Quote(table.Id.Name);
        var statement = ByIds(
            batch,
            $"SELECT {id}, {SqlDialect.Quote(table.Version.Name)} FROM {SqlDialect.Quote(table.Name)}{dialect.LockHint} WHERE ",
            records.Select(record => record.Id),
            $" ORDER BY {id}{dialect.LockSuffix}");
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        var versions = new Dictionary<long, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            versions.Add(reader.GetInt64(0), reader.GetInt64(1));
        }

        return [.. records.Where(record => versions.GetValueOrDefault(record.Id) != record.VersionBefore)];
    }

    /// <summary>Which of the ids are live records.</summary>
    public static async Task<HashSet<long>> LiveAsync(WriteBatch batch, EntityDescriptor entity, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(entity);
        var statement = ByIds(
            batch,
            $"SELECT {SqlDialect.Quote(table.Id.Name)} FROM {SqlDialect.Quote(table.Name)} WHERE {SqlDialect.Quote(table.DeletedAt.Name)} IS NULL AND ",
            ids);
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        var live = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            live.Add(reader.GetInt64(0));
        }

        return live;
    }

    /// <summary>What a reference of records names, deleted ones too; ids that no record has are missing.</summary>
    public static async Task<Dictionary<long, long?>> ReferencesAsync(WriteBatch batch, EntityDescriptor entity, int ordinal, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(entity);
        var reference = SqlDialect.Quote(table[ordinal]!.Value.Name);
        var statement = ByIds(batch, $"SELECT {SqlDialect.Quote(table.Id.Name)}, {reference} FROM {SqlDialect.Quote(table.Name)} WHERE ", ids);
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        var references = new Dictionary<long, long?>();
        while (await reader.ReadAsync(cancellationToken))
        {
            references.Add(reader.GetInt64(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetInt64(1));
        }

        return references;
    }

    /// <summary>The titles of records.</summary>
    public static async Task<Dictionary<long, string?>> TitlesAsync(WriteBatch batch, EntityDescriptor entity, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of(entity);
        var title = table[entity.OrdinalOf(entity.Title)]!.Value;
        var statement = ByIds(batch, $"SELECT {SqlDialect.Quote(table.Id.Name)}, {SqlDialect.Quote(title.Name)} FROM {SqlDialect.Quote(table.Name)} WHERE ", ids);
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        var titles = new Dictionary<long, string?>();
        while (await reader.ReadAsync(cancellationToken))
        {
            titles.Add(reader.GetInt64(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1));
        }

        return titles;
    }

    private static SqlStatement ByIds(WriteBatch batch, string select, IEnumerable<long> ids, string suffix = "")
    {
        var text = select + SqlDialect.Quote(nameof(LedgerRecord.TenantId)) + " = @tenant AND "
            + batch.Scope.Database.Dialect.IsIn(SqlDialect.Quote(nameof(LedgerRecord.Id)), "ids", StoreKind.Int64) + suffix;
        return new SqlStatement(text, [Tenant(batch), new SqlArgument("ids", StoreKind.Int64, ids.ToArray(), IsList: true)]);
    }

    private static SqlStatement FindStatement(WriteBatch batch, EntityDescriptor entity, int ordinal, IReadOnlyCollection<object> keys)
    {
        var field = entity.Fields[ordinal];
        var list = keys.First() is string
            ? new SqlArgument("keys", StoreKind.Text, keys.Cast<string>().ToArray(), IsList: true)
            : new SqlArgument("keys", StoreKind.Int64, keys.Cast<long>().ToArray(), IsList: true);
        var dialect = batch.Scope.Database.Dialect;
        var text = new StringBuilder("SELECT ");
        if (batch.Tables.Of(entity)[ordinal] is { } columns && !field.Several)
        {
            var key = SqlDialect.Quote((columns.Hash ?? columns.Key ?? columns.Value).Name);
            text.Append(CultureInfo.InvariantCulture, $"{SqlDialect.Quote(nameof(LedgerRecord.Id))}, {key} FROM {SqlDialect.Quote(batch.Tables.Of(entity).Name)} ")
                .Append(CultureInfo.InvariantCulture, $"WHERE {SqlDialect.Quote(nameof(LedgerRecord.DeletedAt))} IS NULL AND {dialect.IsIn(key, "keys", list.Kind)} ")
                .Append(CultureInfo.InvariantCulture, $"AND {SqlDialect.Quote(nameof(LedgerRecord.TenantId))} = @tenant");
            return new SqlStatement(text.ToString(), [Tenant(batch), list]);
        }

        var (index, table) = (batch.Tables.Of<FieldIndex>(), batch.Tables.Of(entity));
        var record = SqlDialect.Quote(index[nameof(FieldIndex.RecordId)].Name);
        var value = SqlDialect.Quote(index[list.Kind == StoreKind.Text ? nameof(FieldIndex.Text) : nameof(FieldIndex.Number)].Name);
        text.Append(CultureInfo.InvariantCulture, $"{record}, {value} FROM {SqlDialect.Quote(index.Name)} ")
            .Append(CultureInfo.InvariantCulture, $"WHERE {SqlDialect.Quote(index[nameof(FieldIndex.FieldId)].Name)} = @field AND {dialect.IsIn(value, "keys", list.Kind)} ")
            .Append(CultureInfo.InvariantCulture, $"AND {SqlDialect.Quote(nameof(FieldIndex.IsNull))} = @present AND {SqlDialect.Quote(nameof(LedgerRecord.TenantId))} = @tenant ")
            .Append(CultureInfo.InvariantCulture, $"AND EXISTS (SELECT 1 FROM {SqlDialect.Quote(table.Name)} AS r WHERE r.{SqlDialect.Quote(table.TenantId.Name)} = @tenant ")
            .Append(CultureInfo.InvariantCulture, $"AND r.{SqlDialect.Quote(table.Id.Name)} = {record} AND r.{SqlDialect.Quote(table.DeletedAt.Name)} IS NULL)");
        return new SqlStatement(text.ToString(),
        [
            Tenant(batch), list, new SqlArgument("field", StoreKind.Int32, field.Id), new SqlArgument("present", StoreKind.Boolean, false),
        ]);
    }

    private static SqlArgument Tenant(WriteBatch batch) => new("tenant", StoreKind.Int32, batch.Scope.TenantId);
}
