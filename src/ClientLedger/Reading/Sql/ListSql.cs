using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>
/// Writes the statement of a list within rows: a page of the children of every parent at once. The tenant and the parents stand inside, so that each
/// parent's children come by index, and no more of them than are shown. Where there is one parent, its children need not be told from others'.
/// </summary>
internal static class ListSql
{
    /// <param name="ofOne">The list of parents holds one.</param>
    public static (PlannedStatement Statement, IReadOnlyList<int> Places) Write(SqlDialect dialect, LedgerTables tables, BoundLevel level, bool ofOne)
    {
        var sql = new SqlText(dialect, tables);
        var columns = new WrittenColumns(sql);
        var from = FilterSql.Open(sql, level.Table);
        List<OrderKey> keys =
        [
            .. level.Sort.Select(sort => new OrderKey(FieldSql.Guarded(sql, sort.Field), sort.Descending, !sort.Field.IsNeverNull)),
            new OrderKey(FieldSql.Column(level.Table, level.Table.Storage.Id), level.IdDescending, IsNullable: false),
        ];
        if (ofOne)
        {
            WriteFirst(sql, columns, level, from, keys);
        }
        else if (dialect.Lateral is { } lateral)
        {
            WriteLateral(sql, columns, level, from, keys, lateral);
        }
        else
        {
            WriteWindow(sql, columns, level, from, keys);
        }

        return (sql.ToStatement(), columns.Places);
    }

    private static void WriteLateral(SqlText sql, WrittenColumns columns, BoundLevel level, string from, List<OrderKey> keys, string lateral)
    {
        var alias = level.Table.Alias;
        var parents = sql.NewAlias();
        var outer = Outer(level, keys);

        // The parent is read from the row: where it is shown too, the column is the same as in the statement for one parent.
        var parent = FieldSql.Compared(sql, level.By!);
        SelectionSql.Place(level, columns, ExpressionsOf(sql, level, outer, parent));
        sql.IsByKeys = true;
        var source = sql.Dialect.Rows(sql.Name(level.ParentsSlot), parents);
        sql.Add("SELECT ").Add(columns.List).Add(" FROM ").Add(source).Add($" {lateral} (SELECT {Inner(level, columns, parent)}");
        AddKeys(sql, level, keys);
        sql.Add(" FROM ").Add(from).Add(" WHERE ");
        WriteConditions(sql, level, keys, $"{parent} = {parents}.\"v\"");
        sql.Add(OrderSql.By(sql.Dialect, keys, level.IsBackward)).Add(sql.Dialect.First(level.Fetched)).Add($") AS {alias}");
        AddJoins(sql, columns);
        sql.Add(OrderSql.By(sql.Dialect, [new OrderKey($"{parents}.\"v\"", Descending: false, IsNullable: false), .. outer, keys[^1]]));
    }

    private static void WriteWindow(SqlText sql, WrittenColumns columns, BoundLevel level, string from, List<OrderKey> keys)
    {
        var alias = level.Table.Alias;
        var parent = FieldSql.Compared(sql, level.By!);
        SelectionSql.Place(level, columns, ExpressionsOf(sql, level, Outer(level, keys), parent));
        sql.Add("SELECT ").Add(columns.List).Add($" FROM (SELECT {Inner(level, columns, parent)}");
        AddKeys(sql, level, keys);
        sql.Add($", ROW_NUMBER() OVER (PARTITION BY {parent}").Add(OrderSql.By(sql.Dialect, keys, level.IsBackward)).Add(") AS \"n\" FROM ").Add(from).Add(" WHERE ");
        WriteConditions(sql, level, keys, sql.Dialect.IsIn(parent, sql.Name(level.ParentsSlot), StoreKind.Int64));
        sql.Add($") AS {alias}");
        AddJoins(sql, columns);
        sql.Add($" WHERE {alias}.\"n\" <= {level.Fetched} ORDER BY {parent}, {alias}.\"n\"").Add(level.IsBackward ? " DESC" : "");
    }

    private static void WriteFirst(SqlText sql, WrittenColumns columns, BoundLevel level, string from, List<OrderKey> keys)
    {
        var alias = level.Table.Alias;
        var parent = FieldSql.Compared(sql, level.By!);
        var outer = Outer(level, keys);
        SelectionSql.Place(level, columns, ExpressionsOf(sql, level, outer, parent));
        sql.IsByKeys = true;
        sql.Add("SELECT ").Add(columns.List).Add($" FROM (SELECT {Inner(level, columns, parent)}");
        AddKeys(sql, level, keys);
        sql.Add(" FROM ").Add(from).Add(" WHERE ");
        WriteConditions(sql, level, keys, $"{parent} = {sql.Dialect.FirstOf(sql.Name(level.ParentsSlot))}");
        sql.Add(OrderSql.By(sql.Dialect, keys, level.IsBackward)).Add(sql.Dialect.First(level.Fetched)).Add($") AS {alias}");
        AddJoins(sql, columns);
        sql.Add(OrderSql.By(sql.Dialect, [.. outer, keys[^1]]));
    }

    /// <summary>The order's keys but the id, as they are called outside of the subquery.</summary>
    private static List<OrderKey> Outer(BoundLevel level, List<OrderKey> keys) =>
        [.. keys.Take(level.Sort.Count).Select((key, i) => key with { Expression = $"{level.Table.Alias}.\"k{i}\"" })];

    /// <summary>What is taken along of each row besides the keys of the order.</summary>
    private static string Inner(BoundLevel level, WrittenColumns columns, params IEnumerable<string> more) =>
        SqlText.ColumnsOf(level.Table.Alias, [FieldSql.Column(level.Table, level.Table.Storage.Id), columns.List, .. columns.Joins, .. more]);

    private static LevelExpressions ExpressionsOf(SqlText sql, BoundLevel level, IReadOnlyList<OrderKey> outer, string parent) => new(
        [.. outer.Select(key => key.Expression)], parent, level.CountsRows ? $"{sql.Dialect.CountRows} OVER (PARTITION BY {parent})" : null);

    private static void AddKeys(SqlText sql, BoundLevel level, List<OrderKey> keys)
    {
        for (var i = 0; i < level.Sort.Count; i++)
        {
            sql.Add($", {keys[i].Expression} AS \"k{i}\"");
        }
    }

    private static void WriteConditions(SqlText sql, BoundLevel level, List<OrderKey> keys, string ofParents)
    {
        FilterSql.WriteOwn(sql, level.Table);
        sql.Add(" AND ").Add(ofParents);
        FilterSql.WriteMore(sql, level.By!.Clear);
        FilterSql.WriteMore(sql, level.Where);
        if (level.CursorSlots is { } slots)
        {
            OrderSql.WriteBehind(sql, keys, slots, level.IsBackward);
        }
    }

    private static void AddJoins(SqlText sql, WrittenColumns columns)
    {
        foreach (var join in columns.Joins)
        {
            sql.Add(join);
        }
    }
}
