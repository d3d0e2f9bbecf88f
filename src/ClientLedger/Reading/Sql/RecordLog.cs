using ClientLedger.History;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Reads the log entries of records by its index (TenantId, RecordId, Version).</summary>
internal sealed class RecordLog(LedgerTables tables, SqlDialect dialect)
{
    /// <summary>The entries of each record after a version, oldest first; records without one are missing in the answer.</summary>
    /// <param name="after">Version by record.</param>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<LogEntry>>> SinceAsync(LedgerConnection connection, IReadOnlyDictionary<long, long> after, CancellationToken cancellationToken)
    {
        var table = tables.Of<LogEntry>();
        string[] columns = [nameof(LogEntry.RecordId), nameof(LogEntry.Version), nameof(LogEntry.Verb), nameof(LogEntry.Changes), nameof(LogEntry.SetId), nameof(LogEntry.EntityId)];
        var recordId = SqlDialect.Quote(table[nameof(LogEntry.RecordId)].Name);
        var version = SqlDialect.Quote(table[nameof(LogEntry.Version)].Name);
        var text = $"SELECT {string.Join(", ", columns.Select(column => SqlDialect.Quote(table[column].Name)))} FROM {SqlDialect.Quote(table.Name)} "
            + $"WHERE {SqlDialect.Quote(nameof(LogEntry.TenantId))} = @tenant AND {dialect.IsIn(recordId, "records", StoreKind.Int64)} AND {version} > @version "
            + $"ORDER BY {recordId}, {version}";
        var statement = new SqlStatement(text,
        [
            new SqlArgument("tenant", StoreKind.Int32, connection.TenantId),
            new SqlArgument("records", StoreKind.Int64, after.Keys.ToArray(), IsList: true),
            new SqlArgument("version", StoreKind.Int64, after.Values.Min()),
        ]);
        var found = new Dictionary<long, IReadOnlyList<LogEntry>>();
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = new LogEntry
            {
                TenantId = connection.TenantId,
                RecordId = reader.GetInt64(0),
                Version = reader.GetInt64(1),
                Verb = reader.GetInt32(2),
                Changes = await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3),
                SetId = reader.GetInt64(4),
                EntityId = reader.GetInt32(5),
            };
            if (entry.Version <= after[entry.RecordId])
            {
                continue;
            }

            if (!found.TryGetValue(entry.RecordId, out var entries))
            {
                found.Add(entry.RecordId, entries = new List<LogEntry>());
            }

            ((List<LogEntry>)entries).Add(entry);
        }

        return found;
    }
}
