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
            query.Page.IsRead ? LevelPlan.OfPage(dialect, tables, query.Page) : null,
            query.Sums.Count > 0 ? SumSql.Write(dialect, tables, query) : query.Count ? PageSql.WriteCount(dialect, tables, query) : null);
    }
}

/// <summary>The statement of a list and of the lists within it.</summary>
/// <param name="OfOne">The same where there is one parent; null for the page itself, which has none.</param>
internal sealed record LevelPlan(PlannedStatement Statement, PlannedStatement? OfOne, IReadOnlyList<int> Places, IReadOnlyList<LevelPlan> Lists)
{
    public int Bytes => 200 + (2 * (Statement.Text.Length + (OfOne?.Text.Length ?? 0))) + (4 * Places.Count) + Lists.Sum(list => list.Bytes);

    /// <summary>Writes the statements of a page and of the lists within its rows, in the order of their selection.</summary>
    public static LevelPlan OfPage(SqlDialect dialect, LedgerTables tables, BoundLevel page)
    {
        var (statement, places) = PageSql.Write(dialect, tables, page);
        return new LevelPlan(statement, null, places, ListsOf(dialect, tables, page));
    }

    private static LevelPlan OfList(SqlDialect dialect, LedgerTables tables, BoundLevel list)
    {
        var (ofOne, _) = ListSql.Write(dialect, tables, list, ofOne: true);
        var (statement, places) = ListSql.Write(dialect, tables, list, ofOne: false);
        return new LevelPlan(statement, ofOne, places, ListsOf(dialect, tables, list));
    }

    private static List<LevelPlan> ListsOf(SqlDialect dialect, LedgerTables tables, BoundLevel level) =>
        [.. level.Forms.SelectMany(form => form.Lists).Select(list => OfList(dialect, tables, list.Level))];

    /// <summary>The statement for so many parents.</summary>
    public PlannedStatement For(int parents) => parents == 1 && OfOne is { } ofOne ? ofOne : Statement;

    /// <summary>Gives a list of a query that was bound anew the columns of the plan.</summary>
    public void Place(BoundLevel level)
    {
        // Only which expressions there are matters here: their texts stand in the statement already.
        SelectionSql.Place(level, new KnownColumns(Places), new LevelExpressions([], level.By is null ? null : "", level.CountsRows ? "" : null));
    }
}
