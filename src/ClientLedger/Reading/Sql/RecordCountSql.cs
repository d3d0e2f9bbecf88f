using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Counts a tenant's records of an entity, deleted ones too, but no further than a limit.</summary>
internal static class RecordCountSql
{
    public static PlannedStatement UpTo(LedgerDatabase database, RecordTable table, int most)
    {
        var sql = new SqlText(database.Dialect, database.Tables);
        var alias = sql.NewAlias();
        var id = $"{alias}.{SqlDialect.Quote(table.Id.Name)}";
        sql.Add($"SELECT {database.Dialect.CountRows} FROM (SELECT {id} FROM {SqlDialect.Quote(table.Name)} AS {alias} WHERE ")
            .Add(sql.IsTenant(alias, table.TenantId))
            .Add(OrderSql.By(database.Dialect, [new OrderKey(id, Descending: false, IsNullable: false)]))
            .Add(database.Dialect.First(most))
            .Add(") AS r");
        return sql.ToStatement();
    }
}
