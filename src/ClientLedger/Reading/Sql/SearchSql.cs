using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statements of a search. The index is only ever asked by equality and by range.</summary>
internal static class SearchSql
{
    /// <summary>Term, field and record of the rows that some of the terms or beginnings in the slots name; at most so many.</summary>
    /// <param name="slots">Of whole terms one slot each; of beginnings two, for the range.</param>
    public static PlannedStatement Rows(SqlDialect dialect, LedgerTables tables, IReadOnlyList<int> slots, bool whole, int? most)
    {
        var sql = new SqlText(dialect, tables);
        var table = tables.Of<SearchTerm>();
        sql.Add(most is null ? "" : "SELECT * FROM (");
        for (var i = 0; i < slots.Count; i++)
        {
            var alias = sql.NewAlias();
            var term = $"{alias}.{SqlDialect.Quote(table[nameof(SearchTerm.Term)].Name)}";
            var field = $"{alias}.{SqlDialect.Quote(table[nameof(SearchTerm.FieldId)].Name)}";
            var record = $"{alias}.{SqlDialect.Quote(table[nameof(SearchTerm.RecordId)].Name)}";
            sql.Add(i == 0 ? "" : " UNION ALL ").Add(most is null ? "" : "SELECT * FROM (")
                .Add($"SELECT {term}, {field}, {record} FROM {SqlDialect.Quote(table.Name)} AS {alias} WHERE ")
                .Add(sql.IsTenant(alias, table[nameof(SearchTerm.TenantId)]))
                .Add(whole
                    ? $" AND {term} = {sql.Parameter(slots[i])}"
                    : $" AND {term} >= {sql.Parameter(slots[i])} AND {term} < {sql.Parameter(slots[i] + 1)}");
            if (most is { } rows)
            {
                sql.Add(OrderSql.By(dialect, [new(term, false, false), new(field, false, false), new(record, false, false)]))
                    .Add(dialect.First(rows)).Add($") AS {sql.NewAlias()}");
            }
        }

        if (most is { } altogether)
        {
            sql.Add($") AS {sql.NewAlias()}").Add(dialect.Any(altogether));
        }

        return sql.ToStatement();
    }

    /// <summary>What a search needs to know of candidates: those of the given ids that the caller sees.</summary>
    public static LevelPlan Candidates(SqlDialect dialect, LedgerTables tables, BoundLevel level, int idsSlot)
    {
        var sql = new SqlText(dialect, tables);
        var columns = new WrittenColumns(sql);
        var from = FilterSql.Open(sql, level.Table);
        SelectionSql.Place(level, columns, new LevelExpressions([], null, null));
        sql.Add("SELECT ").Add(columns.List).Add(" FROM ").Add(from).Add(" WHERE ");
        FilterSql.WriteOwn(sql, level.Table);
        sql.Add(" AND ").Add(dialect.IsIn(FieldSql.Column(level.Table, level.Table.Storage.Id), sql.Name(idsSlot), StoreKind.Int64));
        return new LevelPlan(sql.ToStatement(), columns.Places, []);
    }
}
