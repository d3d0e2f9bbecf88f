using System.Data.Common;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Writing.Sql;

/// <summary>Reads rows of a plain table and locks them in the order of their keys until the transaction ends.</summary>
internal static class LockedRows
{
    /// <summary>The rows whose key column holds one of the numbers: the values of the columns, in their order.</summary>
    public static async Task<List<object?[]>> ReadAsync(
        WriteBatch batch, PlainTable table, string key, IReadOnlyList<string> columns, IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        var dialect = batch.Scope.Database.Dialect;
        var selected = columns.Select(column => table[column]).ToList();
        var keyColumn = SqlDialect.Quote(table[key].Name);
        var text = $"SELECT {string.Join(", ", selected.Select(column => SqlDialect.Quote(column.Name)))} FROM {SqlDialect.Quote(table.Name)}{dialect.LockHint} "
            + $"WHERE {SqlDialect.Quote(nameof(ITenantOwned.TenantId))} = @tenant AND {dialect.IsIn(keyColumn, "keys", StoreKind.Int64)} ORDER BY {keyColumn}{dialect.LockSuffix}";
        var statement = new SqlStatement(text,
        [
            new SqlArgument("tenant", StoreKind.Int32, batch.Scope.TenantId),
            new SqlArgument("keys", StoreKind.Int64, keys.ToArray(), IsList: true),
        ]);
        await using var reader = await batch.Transaction.QueryAsync(statement, cancellationToken);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object?[selected.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = await reader.IsDBNullAsync(i, cancellationToken) ? null : Read(reader, i, selected[i].Kind);
            }

            rows.Add(row);
        }

        return rows;
    }

    private static object Read(DbDataReader reader, int column, StoreKind kind) => kind switch
    {
        StoreKind.Int32 => reader.GetInt32(column),
        StoreKind.Int64 => reader.GetInt64(column),
        StoreKind.Date => reader.GetFieldValue<DateOnly>(column),
        StoreKind.Text => reader.GetString(column),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Locked rows hold numbers, dates and codes."),
    };
}
