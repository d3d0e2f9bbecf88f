using System.Globalization;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statements of a search. The index is only ever asked by equality and by range.</summary>
internal static class SearchSql
{
    /// <summary>The rows of some ranges, of each at most so many: the range's number, term, field and record, in this order.</summary>
    /// <param name="terms">What may be read of them. A row is returned for a field that the caller sees clear on its record, before any cut.</param>
    public static PlannedStatement Rows(SqlDialect dialect, LedgerTables tables, Shape shape, IReadOnlyList<TermRange> ranges, IReadOnlyList<BoundTerms> terms, int most)
    {
        var sql = new SqlText(dialect, tables);
        for (var i = 0; i < ranges.Count; i++)
        {
            sql.Add(i == 0 ? "SELECT \"n\", \"t\", \"f\", \"r\" FROM (" : " UNION ALL SELECT \"n\", \"t\", \"f\", \"r\" FROM (");
            WriteRange(sql, shape, ranges[i], terms, i, most);
            sql.Add($") AS {sql.NewAlias()}");
        }

        if (terms.Any(each => each.Records is not null))
        {
            // Rules take longer to plan than to ask, whatever the values are: the index is read in its order, and each record looked up by its key.
            (sql.DependsOnValues, sql.IsByKeys) = (false, true);
        }

        sql.Add(OrderSql.By(dialect, [.. ((string[])["\"n\"", "\"t\"", "\"f\"", "\"r\""]).Select(column => new OrderKey(column, Descending: false, IsNullable: false))]));
        return sql.ToStatement();
    }

    /// <summary>What a search needs to know of candidates: those of the given ids that the caller sees, or, without a slot for ids (−1), all that the caller sees.</summary>
    public static LevelPlan Candidates(SqlDialect dialect, LedgerTables tables, BoundLevel level, int idsSlot)
    {
        var sql = new SqlText(dialect, tables);
        var columns = new WrittenColumns(sql);
        var from = FilterSql.Open(sql, level.Table);
        SelectionSql.Place(level, columns, new LevelExpressions([], null, null));
        sql.Add("SELECT ").Add(columns.List).Add(" FROM ").Add(from).Add(" WHERE ");
        FilterSql.WriteOwn(sql, level.Table);
        if (idsSlot >= 0)
        {
            sql.Add(" AND ").Add(dialect.IsIn(FieldSql.Column(level.Table, level.Table.Storage.Id), sql.Name(idsSlot), StoreKind.Int64));
        }

        return new LevelPlan(sql.ToStatement(), null, columns.Places, []);
    }

    /// <summary>How many live records the caller sees of each table, counted no further than so many: the table's number and the count.</summary>
    public static PlannedStatement Seen(SqlDialect dialect, LedgerTables tables, IReadOnlyList<BoundTable> seen, int most)
    {
        var sql = new SqlText(dialect, tables);
        for (var i = 0; i < seen.Count; i++)
        {
            var from = FilterSql.Open(sql, seen[i]);
            sql.Add(string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : " UNION ALL ")}SELECT {i} AS \"n\", {dialect.CountRows} AS \"c\" FROM (SELECT {FieldSql.Column(seen[i], seen[i].Storage.Id)} FROM {from} WHERE "));
            FilterSql.WriteOwn(sql, seen[i]);
            sql.Add($"{dialect.Any(most)}) AS {sql.NewAlias()}");
        }

        return sql.ToStatement();
    }

    private static void WriteRange(SqlText sql, Shape shape, TermRange range, IReadOnlyList<BoundTerms> terms, int number, int most)
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
        WriteReadable(sql, field, record, terms, range.Field);
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

    /// <summary>That a row is one of those that may be read.</summary>
    /// <param name="ofField">The only field of the rows; null where they have any.</param>
    private static void WriteReadable(SqlText sql, string field, string record, IReadOnlyList<BoundTerms> terms, int? ofField)
    {
        List<BoundTerms> some = [.. terms.Where(each => ofField is null || each.Have(ofField.Value))];
        var isAlone = some.Count == 1;
        for (var i = 0; i < some.Count; i++)
        {
            var hasFields = some[i].Fields is not null && ofField is null;
            sql.Add(isAlone ? "" : i == 0 ? " AND (" : " OR ");
            if (hasFields)
            {
                sql.Add(isAlone ? " AND " : "").Add(sql.Dialect.IsIn(sql.Dialect.AsIs(field), sql.Name(some[i].FieldsSlot), StoreKind.Int32));
            }

            if (some[i].Records is { } records)
            {
                sql.Add(isAlone || hasFields ? " AND " : "").Add($"EXISTS (SELECT 1 FROM {FilterSql.Open(sql, records)} WHERE ");
                FilterSql.WriteOwn(sql, records);
                sql.Add($" AND {FieldSql.Column(records, records.Storage.Id)} = {record}{sql.Dialect.RowByRow})");
            }
        }

        sql.Add(isAlone ? "" : ")");
    }
}
