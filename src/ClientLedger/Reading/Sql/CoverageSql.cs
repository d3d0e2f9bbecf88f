using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statement that tells which grants cover given records.</summary>
internal static class CoverageSql
{
    /// <summary>The id, then 1 or 0 for each rule.</summary>
    public static PlannedStatement Write(SqlDialect dialect, LedgerTables tables, BoundTable table, IReadOnlyList<BoundFilter> rules, int idsSlot)
    {
        var sql = new SqlText(dialect, tables);
        var from = FilterSql.Open(sql, table);
        var id = FieldSql.Column(table, table.Storage.Id);
        sql.Add($"SELECT {id}");
        foreach (var rule in rules)
        {
            sql.Add(", CASE WHEN ");
            FilterSql.Write(sql, rule);
            sql.Add(" THEN 1 ELSE 0 END");
        }

        sql.Add($" FROM {from} WHERE ").Add(sql.IsTenant(table.Alias, table.Storage.TenantId)).Add(" AND ")
            .Add(dialect.IsIn(id, sql.Name(idsSlot), StoreKind.Int64));
        return sql.ToStatement();
    }
}
