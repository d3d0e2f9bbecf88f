using System.Globalization;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statements of a search. The index is only ever asked by equality and by range.</summary>
internal static class SearchSql
{
    /// <summary>The rows of some ranges, of each at most so many: the range's number, term, field and record, in this order.</summary>
    /// <param name="fields">The fields whose rows are asked for; null for those of all.</param>
    public static PlannedStatement Rows(SqlDialect dialect, LedgerTables tables, Shape shape, IReadOnlyList<TermRange> ranges, int[]? fields, int most)
    {
        var sql = new SqlText(dialect, tables);
        for (var i = 0; i < ranges.Count; i++)
        {
            sql.Add(i == 0 ? "SELECT \"n\", \"t\", \"f\", \"r\" FROM (" : " UNION ALL SELECT \"n\", \"t\", \"f\", \"r\" FROM (");
            WriteRange(sql, shape, ranges[i], fields, i, most);
            sql.Add($") AS {sql.NewAlias()}");
        }

        sql.Add(OrderSql.By(dialect, [.. ((string[])["\"n\"", "\"t\"", "\"f\"", "\"r\""]).Select(column => new OrderKey(column, Descending: false, IsNullable: false))]));
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
        return new LevelPlan(sql.ToStatement(), null, columns.Places, []);
    }

    /// <summary>Ids of live records that the caller sees, in any order; no more than so many.</summary>
    public static PlannedStatement Seen(SqlDialect dialect, LedgerTables tables, BoundTable table, int most)
    {
        var sql = new SqlText(dialect, tables);
        var from = FilterSql.Open(sql, table);
        sql.Add($"SELECT {FieldSql.Column(table, table.Storage.Id)} FROM {from} WHERE ");
        FilterSql.WriteOwn(sql, table);
        sql.Add(dialect.Any(most));
        return sql.ToStatement();
    }

    private static void WriteRange(SqlText sql, Shape shape, TermRange range, int[]? fields, int number, int most)
    {
        var table = sql.Tables.Of<SearchTerm>();
        var alias = sql.NewAlias();
        var (term, field, record) = (Column(nameof(SearchTerm.Term)), Column(nameof(SearchTerm.FieldId)), Column(nameof(SearchTerm.RecordId)));
        sql.Add(string.Create(CultureInfo.InvariantCulture, $"SELECT {number} AS \"n\", {term} AS \"t\", {field} AS \"f\", {record} AS \"r\" FROM {SqlDialect.Quote(table.Name)} AS {alias} WHERE "))
            .Add(sql.IsTenant(alias, table[nameof(SearchTerm.TenantId)]));
        Bound(term, "=", StoreKind.Text, range.Term);
        Bound(term, range.IsFromExcluded ? ">" : ">=", StoreKind.Text, range.From);
        Bound(term, "<", StoreKind.Text, range.Before);
        Bound(field, "=", StoreKind.Int32, range.Field);
        Bound(field, ">", StoreKind.Int32, range.BehindField);
        Bound(record, ">", StoreKind.Int64, range.BehindRecord);
        if (fields is not null && range.Field is null)
        {
            sql.Add(" AND ").Add(sql.Dialect.IsIn(sql.Dialect.AsIs(field), sql.Name(shape.ListSlot(StoreKind.Int32, fields)), StoreKind.Int32));
        }

        sql.Add(OrderSql.By(sql.Dialect, [new(term, false, false), new(field, false, false), new(record, false, false)])).Add(sql.Dialect.First(most));

        string Column(string property) => $"{alias}.{SqlDialect.Quote(table[property].Name)}";

        void Bound(string column, string sign, StoreKind kind, object? value)
        {
            if (value is not null)
            {
                sql.Add($" AND {column} {sign} {sql.Parameter(shape.Slot(kind, value))}");
            }
        }
    }
}
