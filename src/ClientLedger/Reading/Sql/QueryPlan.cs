using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>The statements of all queries of one shape, and which columns they show.</summary>
/// <param name="Page">Null where nothing is shown that rows tell.</param>
/// <param name="Totals">Counts all rows and adds them up; null where neither was asked for.</param>
internal sealed record QueryPlan(LevelPlan? Page, PlannedStatement? Totals)
{
    /// <summary>Bytes that the plan takes, approximately.</summary>
    public int Bytes => (Page?.Bytes ?? 0) + (2 * (Totals?.Text.Length ?? 0));

    /// <summary>Writes the statements of a query.</summary>
    public static QueryPlan Write(SqlDialect dialect, LedgerTables tables, BoundQuery query)
    {
        return new QueryPlan(
            query.Page.IsRead ? LevelPlan.Of(dialect, tables, query.Page, PageSql.Write) : null,
            query.Sums.Count > 0 ? SumSql.Write(dialect, tables, query) : query.Count ? PageSql.WriteCount(dialect, tables, query) : null);
    }
}

/// <summary>The statement of a list and of the lists within it.</summary>
internal sealed record LevelPlan(PlannedStatement Statement, IReadOnlyList<int> Places, IReadOnlyList<LevelPlan> Lists)
{
    public int Bytes => 200 + (2 * Statement.Text.Length) + (4 * Places.Count) + Lists.Sum(list => list.Bytes);

    /// <summary>Writes the statements of a list and of the lists within its rows, in the order of their selection.</summary>
    public static LevelPlan Of(
        SqlDialect dialect, LedgerTables tables, BoundLevel level, Func<SqlDialect, LedgerTables, BoundLevel, (PlannedStatement Statement, IReadOnlyList<int> Places)> write)
    {
        var (statement, places) = write(dialect, tables, level);
        return new LevelPlan(statement, places, [.. SelectionSql.ListsOf(level).Select(list => Of(dialect, tables, list.Level, ListSql.Write))]);
    }

    /// <summary>Gives a list of a query that was bound anew the columns of the plan.</summary>
    public void Place(BoundLevel level)
    {
        // Only which expressions there are matters here: their texts stand in the statement already.
        SelectionSql.Place(level, new KnownColumns(Places), new LevelExpressions([], level.By is null ? null : "", level.CountsRows ? "" : null));
    }
}
