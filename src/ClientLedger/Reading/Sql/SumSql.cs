using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statement that counts and adds up all rows of a query: one row of it for each currency.</summary>
internal static class SumSql
{
    /// <summary>The columns: the count, the currencies, the sums.</summary>
    public static PlannedStatement Write(SqlDialect dialect, LedgerTables tables, BoundQuery query)
    {
        var sql = new SqlText(dialect, tables);
        var table = query.Page.Table;
        var from = FilterSql.Open(sql, table);
        List<string> currencies = [.. query.Currencies.Select((currency, i) => $"{FieldSql.Guarded(sql, currency)} AS \"c{i}\"")];
        List<string> values = [.. query.Sums.Select((sum, i) => $"{FieldSql.Guarded(sql, sum.Field)} AS \"s{i}\"")];

        // The values stand in rows of their own first: not every provider adds up what a subquery says.
        sql.Add($"SELECT {dialect.CountRows}");
        for (var i = 0; i < currencies.Count; i++)
        {
            sql.Add($", r.\"c{i}\"");
        }

        for (var i = 0; i < values.Count; i++)
        {
            sql.Add($", COALESCE({dialect.Sum($"r.\"s{i}\"")}, 0)");
        }

        sql.Add($" FROM (SELECT {string.Join(", ", currencies.Concat(values))} FROM {from} WHERE ");
        FilterSql.WriteOwn(sql, table);
        FilterSql.WriteMore(sql, query.Page.Where);
        sql.Add(") AS r");
        if (currencies.Count > 0)
        {
            sql.Add($" GROUP BY {string.Join(", ", currencies.Select((_, i) => $"r.\"c{i}\""))}");
        }

        return sql.ToStatement();
    }
}
