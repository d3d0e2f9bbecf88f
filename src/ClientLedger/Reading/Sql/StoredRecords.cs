using System.Data.Common;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading.Sql;

/// <summary>A record as its table holds it.</summary>
/// <param name="Values">Canonical values by ordinal.</param>
/// <param name="Retired">What it holds of fields that are retired.</param>
internal sealed record StoredRecord(object?[] Values, DateTime? DeletedAt, IReadOnlyList<JsonProperty> Retired);

/// <summary>Reads whole records, deleted ones too, for the write gate and for the verifier, which no right limits.</summary>
/// <param name="secrets">The keys of the tenant whose records they are.</param>
internal sealed class StoredRecords(LedgerTables tables, TenantSecrets secrets, EntityDescriptor entity)
{
    private readonly RecordTable table = tables.Of(entity);
    private readonly int[] ordinals = [.. Enumerable.Range(0, entity.Fields.Count).Where(ordinal => tables.Of(entity)[ordinal] is not null)];

    /// <summary>The columns that <see cref="Read"/> expects, as a SELECT names them. The id is the first.</summary>
    public string Columns => string.Join(
        ", ", ordinals.Select(ordinal => table[ordinal]!.Value).Append(table.DeletedAt).Append(table.Custom).Select(column => SqlDialect.Quote(column.Name)));

    /// <summary>The record at which the reader stands.</summary>
    public StoredRecord Read(DbDataReader reader)
    {
        var values = new object?[entity.Fields.Count];
        for (var column = 0; column < ordinals.Length; column++)
        {
            values[ordinals[column]] = StoredValues.FromStore(secrets, entity.Fields[ordinals[column]], reader, column);
        }

        var (deleted, custom) = (ordinals.Length, ordinals.Length + 1);
        var retired = StoredValues.CustomFromStore(secrets, entity, reader.IsDBNull(custom) ? null : reader.GetString(custom), values);
        return new StoredRecord(values, reader.IsDBNull(deleted) ? null : DateTime.SpecifyKind(reader.GetDateTime(deleted), DateTimeKind.Utc), retired);
    }

    /// <summary>The records of a range of ids, both ends included, by ascending id; null stands for one that holds what can't be read.</summary>
    /// <param name="most">The first so many.</param>
    public async Task<List<(long Id, StoredRecord? Record)>> ReadAsync(
        LedgerConnection connection, SqlDialect dialect, long from, long upTo, int most, CancellationToken cancellationToken)
    {
        var id = SqlDialect.Quote(table.Id.Name);
        var text = $"SELECT {Columns} FROM {SqlDialect.Quote(table.Name)} WHERE {SqlDialect.Quote(table.TenantId.Name)} = @tenant AND {id} >= @from AND {id} <= @upto "
            + $"ORDER BY {id}{dialect.First(most)}";
        var statement = new SqlStatement(text,
        [
            new SqlArgument("tenant", StoreKind.Int32, connection.TenantId),
            new SqlArgument("from", StoreKind.Int64, from),
            new SqlArgument("upto", StoreKind.Int64, upTo),
        ]);
        var records = new List<(long, StoredRecord?)>();
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            records.Add((reader.GetInt64(0), ReadWhatCanBe(reader)));
        }

        return records;
    }

    /// <summary>The records of some ids, by id; those that aren't there, or can't be read, are missing.</summary>
    public async Task<Dictionary<long, StoredRecord>> ReadAsync(LedgerConnection connection, SqlDialect dialect, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var text = $"SELECT {Columns} FROM {SqlDialect.Quote(table.Name)} WHERE {SqlDialect.Quote(table.TenantId.Name)} = @tenant AND "
            + dialect.IsIn(SqlDialect.Quote(table.Id.Name), "ids", StoreKind.Int64);
        var statement = new SqlStatement(text, [new SqlArgument("tenant", StoreKind.Int32, connection.TenantId), new SqlArgument("ids", StoreKind.Int64, ids.ToArray(), IsList: true)]);
        var records = new Dictionary<long, StoredRecord>();
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (ReadWhatCanBe(reader) is { } record)
            {
                records.Add(reader.GetInt64(0), record);
            }
        }

        return records;
    }

    /// <summary>SQLite takes any value in any column, and the JSON of a tenant's own fields is anybody's who owns the database.</summary>
    private StoredRecord? ReadWhatCanBe(DbDataReader reader)
    {
        try
        {
            return Read(reader);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or JsonException or OverflowException)
        {
            return null;
        }
    }
}
