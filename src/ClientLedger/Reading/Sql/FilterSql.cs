using ClientLedger.Access;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>
/// Filters as conditions. Negation is pushed down to the comparisons, so that a condition that is unknown to the database because a value is null
/// only ever stands where false is meant.
/// </summary>
internal static class FilterSql
{
    private const string True = "1 = 1", False = "1 = 0";

    public static void Write(SqlText sql, BoundFilter filter, bool negated = false)
    {
        switch (filter)
        {
            case BoundAll all:
                WriteEach(sql, all.Filters, negated ? " OR " : " AND ", negated ? False : True, negated);
                break;
            case BoundAny any:
                WriteEach(sql, any.Filters, negated ? " AND " : " OR ", negated ? True : False, negated);
                break;
            case BoundNot not:
                Write(sql, not.Filter, !negated);
                break;
            case BoundComparison comparison:
                ComparisonSql.Write(sql, comparison, negated);
                break;
            case BoundReference reference:
                WriteReference(sql, reference, negated);
                break;
            case BoundExists exists:
                WriteExists(sql, exists, negated);
                break;
            case BoundAggregateComparison aggregate:
                WriteAggregate(sql, aggregate, negated);
                break;
            case BoundShared shared:
                WriteShared(sql, shared, negated);
                break;
            default:
                throw new ArgumentException($"{filter.GetType()} is no bound filter.", nameof(filter));
        }
    }

    /// <summary>Opens a table: its name and alias, for a FROM or a JOIN.</summary>
    public static string Open(SqlText sql, BoundTable table)
    {
        table.Alias = sql.NewAlias();
        return $"{SqlDialect.Quote(table.Storage.Name)} AS {table.Alias}";
    }

    /// <summary>The conditions that every reference to a table carries: its tenant, deleted or not, and what the caller sees.</summary>
    public static void WriteOwn(SqlText sql, BoundTable table)
    {
        sql.Add(sql.IsTenant(table.Alias, table.Storage.TenantId))
            .Add($" AND {FieldSql.Column(table, table.Storage.DeletedAt)} IS {(table.IsLive ? "NULL" : "NOT NULL")}");
        WriteMore(sql, table.Visible);
    }

    /// <summary>One more condition that must hold, if there is one.</summary>
    public static void WriteMore(SqlText sql, BoundFilter? filter)
    {
        if (filter is not null)
        {
            sql.Add(" AND ");
            Write(sql, filter);
        }
    }

    private static void WriteEach(SqlText sql, IReadOnlyList<BoundFilter> filters, string between, string ofNone, bool negated)
    {
        if (filters.Count == 0)
        {
            sql.Add(ofNone);
            return;
        }

        sql.Add("(");
        for (var i = 0; i < filters.Count; i++)
        {
            sql.Add(i == 0 ? "" : between);
            Write(sql, filters[i], negated);
        }

        sql.Add(")");
    }

    private static void WriteReference(SqlText sql, BoundReference filter, bool negated)
    {
        sql.Add(negated ? "NOT EXISTS (SELECT 1 FROM " : "EXISTS (SELECT 1 FROM ").Add(Open(sql, filter.Target)).Add(" WHERE ");
        WriteOwn(sql, filter.Target);
        sql.Add($" AND {FieldSql.Column(filter.Target, filter.Target.Storage.Id)} = {FieldSql.Compared(sql, filter.Reference)}");
        WriteMore(sql, filter.Reference.Clear);
        WriteMore(sql, filter.Where);
        sql.Add(")");
    }

    private static void WriteExists(SqlText sql, BoundExists filter, bool negated)
    {
        sql.Add(negated ? "NOT EXISTS (SELECT 1 FROM " : "EXISTS (SELECT 1 FROM ").Add(Open(sql, filter.Children)).Add(" WHERE ");
        AggregateSql.WriteChildrenOf(sql, filter.Parent, filter.Children, filter.By, filter.Where);
        sql.Add(")");
    }

    private static void WriteAggregate(SqlText sql, BoundAggregateComparison filter, bool negated)
    {
        sql.Add("CASE WHEN ");
        AggregateSql.Write(sql, filter.Aggregate);
        sql.Add($" {ComparisonSql.Sign(filter.Comparison)} {sql.Parameter(filter.Slot)} THEN 1 ELSE 0 END = {(negated ? 0 : 1)}");
    }

    private static void WriteShared(SqlText sql, BoundShared shared, bool negated)
    {
        var table = sql.Tables.Of<Share>();
        var alias = sql.NewAlias();
        string Column(string property) => $"{alias}.{SqlDialect.Quote(table[property].Name)}";

        sql.Add($"{(negated ? "NOT EXISTS" : "EXISTS")} (SELECT 1 FROM {SqlDialect.Quote(table.Name)} AS {alias} WHERE ")
            .Add(sql.IsTenant(alias, table[nameof(Share.TenantId)]))
            .Add($" AND {Column(nameof(Share.EntityId))} = {shared.Table.Entity.Id}")
            .Add($" AND {Column(nameof(Share.RecordId))} = {FieldSql.Column(shared.Table, shared.Table.Storage.Id)}")
            .Add($" AND ({Column(nameof(Share.PersonId))} = {sql.Parameter(shared.PersonSlot)} OR ")
            .Add(sql.Dialect.IsIn(Column(nameof(Share.TeamId)), sql.Name(shared.TeamsSlot), StoreKind.Int64))
            .Add("))");
    }
}
