using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Sql;

/// <summary>Aggregates over children as expressions.</summary>
internal static class AggregateSql
{
    /// <summary>The aggregate over the children of the row that the parent's table stands on. Count and sum over nothing are 0, the others null.</summary>
    public static void Write(SqlText sql, BoundAggregate aggregate)
    {
        var source = FilterSql.Open(sql, aggregate.Children);
        sql.Add("(SELECT ").Add(Function(sql, aggregate)).Add($" FROM {source} WHERE ");
        WriteChildrenOf(sql, aggregate.Parent, aggregate.Children, aggregate.By, aggregate.Where);

        // Where the field isn't clear it counts as empty, and aggregates leave empty values out.
        FilterSql.WriteMore(sql, aggregate.Field?.Clear);
        sql.Add(")");
    }

    /// <summary>The conditions on the children of a parent's row.</summary>
    public static void WriteChildrenOf(SqlText sql, BoundTable parent, BoundTable children, BoundField by, BoundFilter? where)
    {
        FilterSql.WriteOwn(sql, children);
        sql.Add($" AND {FieldSql.Compared(sql, by)} = {FieldSql.Column(parent, parent.Storage.Id)}");
        FilterSql.WriteMore(sql, by.Clear);
        FilterSql.WriteMore(sql, where);
    }

    private static string Function(SqlText sql, BoundAggregate aggregate)
    {
        if (aggregate.Field is null)
        {
            return sql.Dialect.CountRows;
        }

        var value = FieldSql.Compared(sql, aggregate.Field);
        return aggregate.Function switch
        {
            AggregateFunction.Sum => $"COALESCE({sql.Dialect.Sum(value)}, 0)",
            AggregateFunction.Minimum => $"MIN({value})",
            AggregateFunction.Maximum => $"MAX({value})",

            // Whole numbers become ten-thousandths; the division of whole numbers cuts toward zero on every provider.
            AggregateFunction.Average when aggregate.Field.Field.Type == Fields.FieldType.Integer =>
                $"{sql.Dialect.Sum(value)} * 10000 / NULLIF({sql.Dialect.CountOf(value)}, 0)",
            AggregateFunction.Average => $"{sql.Dialect.Sum(value)} / NULLIF({sql.Dialect.CountOf(value)}, 0)",
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate.Function, "Needs no field."),
        };
    }
}
