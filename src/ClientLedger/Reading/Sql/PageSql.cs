using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statements of a page: its rows, and the count of all rows.</summary>
internal static class PageSql
{
    /// <summary>The rows of the page, and one more where it is told that there are others; always in the order asked for.</summary>
    public static (PlannedStatement Statement, IReadOnlyList<int> Places) Write(SqlDialect dialect, LedgerTables tables, BoundLevel level)
    {
        var sql = new SqlText(dialect, tables);
        var columns = new WrittenColumns(sql);
        var from = FilterSql.Open(sql, level.Table);
        var drive = level.Sort is [{ ByIndex: true }, ..] ? new FieldIndexSql(sql) : null;
        var keys = Keys(sql, level, drive);
        if (level.IsBackward || level.Forms.Exists(NeedsRowsFirst))
        {
            WriteRowsFirst(sql, columns, level, from, drive, keys);
        }
        else
        {
            SelectionSql.Place(level, columns, new LevelExpressions([.. keys.Take(level.Sort.Count).Select(key => key.Expression)], null, null));
            sql.Add("SELECT ").Add(columns.List);
            WriteFrom(sql, level, from, drive, keys);
        }

        return (sql.ToStatement(), columns.Places);
    }

    /// <summary>How many rows the filter finds on all pages.</summary>
    public static PlannedStatement WriteCount(SqlDialect dialect, LedgerTables tables, BoundQuery query)
    {
        var sql = new SqlText(dialect, tables);
        sql.Add($"SELECT {dialect.CountRows} FROM {FilterSql.Open(sql, query.Page.Table)} WHERE ");
        FilterSql.WriteOwn(sql, query.Page.Table);
        FilterSql.WriteMore(sql, query.Page.Where);
        return sql.ToStatement();
    }

    /// <summary>The keys of the order and at last the id.</summary>
    private static List<OrderKey> Keys(SqlText sql, BoundLevel level, FieldIndexSql? drive)
    {
        var keys = new List<OrderKey>();
        foreach (var sort in level.Sort)
        {
            keys.Add(sort.ByIndex
                ? new OrderKey(drive!.Value(Binder.IndexKind(sort.Field.Field)), sort.Descending, IsNullable: true)
                : new OrderKey(FieldSql.Guarded(sql, sort.Field), sort.Descending, !sort.Field.IsNeverNull));
        }

        keys.Add(new OrderKey(drive?.RecordId ?? FieldSql.Column(level.Table, level.Table.Storage.Id), level.IdDescending, IsNullable: false));
        return keys;
    }

    /// <summary>
    /// Looks for the page's rows first and follows references and aggregates from these alone; also how a page that is read from its end
    /// comes back into the order asked for.
    /// </summary>
    private static void WriteRowsFirst(SqlText sql, WrittenColumns columns, BoundLevel level, string from, FieldIndexSql? drive, List<OrderKey> keys)
    {
        var alias = level.Table.Alias;
        List<OrderKey> outer = [.. keys.Take(level.Sort.Count).Select((key, i) => key with { Expression = $"{alias}.\"k{i}\"" })];
        SelectionSql.Place(level, columns, new LevelExpressions([.. outer.Select(key => key.Expression)], null, level.CountsRows ? $"{sql.Dialect.CountRows} OVER ()" : null));
        var inner = SqlText.ColumnsOf(alias, [FieldSql.Column(level.Table, level.Table.Storage.Id), columns.List, .. columns.Joins]);
        sql.Add("SELECT ").Add(columns.List).Add($" FROM (SELECT {inner}");
        for (var i = 0; i < outer.Count; i++)
        {
            sql.Add($", {keys[i].Expression} AS \"k{i}\"");
        }

        WriteFrom(sql, level, from, drive, keys);
        sql.Add($") AS {alias}");
        foreach (var join in columns.Joins)
        {
            sql.Add(join);
        }

        sql.Add(OrderSql.By(sql.Dialect, [.. outer, keys[^1] with { Expression = FieldSql.Column(level.Table, level.Table.Storage.Id) }]));
    }

    private static void WriteFrom(SqlText sql, BoundLevel level, string from, FieldIndexSql? drive, List<OrderKey> keys)
    {
        sql.Add(" FROM ").Add(drive is null ? from : $"{drive.Source} JOIN {from} ON {FieldSql.Column(level.Table, level.Table.Storage.Id)} = {drive.RecordId}").Add(" WHERE ");
        if (drive is not null)
        {
            sql.Add(drive.IsOf(level.Sort[0].Field)).Add(" AND ");
        }

        sql.IsByKeys = level.Where is not null && IsByIds(level.Where);
        FilterSql.WriteOwn(sql, level.Table);
        FilterSql.WriteMore(sql, level.Where);
        if (level.CursorSlots is { } slots)
        {
            OrderSql.WriteBehind(sql, keys, slots, level.IsBackward);
        }

        // The index holds its three values one behind the other, two of them always null.
        var order = drive is null
            ? keys
            : [.. drive.Values.Select(value => new OrderKey(value, keys[0].Descending, IsNullable: true)), .. keys.Skip(1)];
        sql.Add(OrderSql.By(sql.Dialect, order, level.IsBackward)).Add(sql.Dialect.First(level.Fetched));
    }

    /// <summary>The filter names the records.</summary>
    private static bool IsByIds(BoundFilter filter) => filter switch
    {
        BoundAll all => all.Filters.Any(IsByIds),
        BoundComparison { Comparison: Comparison.Equal or Comparison.In } comparison => comparison.Field is { Ordinal: SystemFields.IdOrdinal, Clear: null },
        _ => false,
    };

    private static bool NeedsRowsFirst(BoundRow form) => SelectionSql.AllIn(form.Select).Any(selection =>
        selection is BoundReferenceSelection or BoundAggregateSelection or BoundChildrenSelection { Total: not null } or BoundValue { Computed: not null });
}
