using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Tests.Storage;

/// <summary>Rows made from the model alone, for any table of the ledger.</summary>
internal static class Rows
{
    public static readonly DateTime Moment = new(2026, 3, 2, 12, 0, 0, 123, DateTimeKind.Utc);

    /// <summary>One row of a record table whose required columns hold something and whose optional ones are empty.</summary>
    public static TableRows OfRecord(LedgerTables tables, EntityDescriptor entity, int tenantId, long id, long parent)
    {
        var table = tables.Of(entity);
        var rows = new TableRows(table.Name);
        rows.Add(table.TenantId).AddValue(tenantId);
        for (var ordinal = 0; ordinal < entity.Fields.Count; ordinal++)
        {
            if (table[ordinal] is { Value.IsNullable: false } columns)
            {
                var field = entity.Fields[ordinal];
                rows.Add(columns.Value).AddValue(field.Name == SystemFields.Id ? id : field.Type == FieldType.Reference ? parent : ValueOf(columns.Value.Kind));
                if (columns.Key is not null)
                {
                    rows.Add(columns.Key).AddValue("x");
                }
            }
        }

        return rows;
    }

    /// <summary>Inserts the row of a customer by that name.</summary>
    public static async Task InsertCustomerAsync(LedgerDatabase database, int tenantId, long id, string name)
    {
        await using var transaction = await database.BeginAsync(tenantId, CancellationToken.None);
        await database.Writer.InsertAsync(transaction, Customer(database, tenantId, id, name), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>The row of a customer.</summary>
    public static TableRows Customer(LedgerDatabase database, int tenantId, long id, string name)
    {
        var entity = BuiltInEntities.Schema["customer"];
        var table = database.Tables.Of(entity);
        var rows = new TableRows(table.Name);
        rows.Add(table.TenantId).AddValue(tenantId);
        foreach (var (field, value) in new (string, object?)[]
        {
            ("id", id), ("version", 1L), ("createdAt", Moment), ("updatedAt", Moment), ("name", name), ("kind", "organisation"), ("book", 1L),
        })
        {
            var columns = table[entity.OrdinalOf(field)]!;
            rows.Add(columns.Value).AddValue(value);
            if (columns.Key is not null)
            {
                rows.Add(columns.Key).AddValue(value);
            }
        }

        return rows;
    }

    /// <summary>Some value of a kind.</summary>
    public static object ValueOf(StoreKind kind) => kind switch
    {
        StoreKind.Int32 => 1,
        StoreKind.Int64 => 1L,
        StoreKind.Boolean => true,
        StoreKind.Date => DateOnly.FromDateTime(Moment),
        StoreKind.Moment => Moment,
        StoreKind.Bytes => new byte[] { 0, 1, 255 },
        StoreKind.Json => """["a"]""",
        _ => "x",
    };

    /// <summary>How many rows of a table a tenant's connection sees, with no condition of its own.</summary>
    public static async Task<long> CountAsync(LedgerDatabase database, int tenantId, string table)
    {
        await using var connection = await database.OpenAsync(tenantId, CancellationToken.None);
        await using var reader = await connection.QueryAsync(new SqlStatement($"SELECT count(*) FROM \"{table}\"", []), CancellationToken.None);
        await reader.ReadAsync();
        return Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture);
    }
}
