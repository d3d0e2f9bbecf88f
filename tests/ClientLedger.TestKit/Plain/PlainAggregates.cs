using ClientLedger.Fields;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Aggregates over the children that the caller may see.</summary>
public static class PlainAggregates
{
    /// <summary>The aggregate: <see cref="long"/> of a count or of whole numbers, <see cref="decimal"/>, a date, a moment, or null.</summary>
    public static object? Of(PlainSight sight, PlainRecord record, string relation, AggregateFunction function, string? field, Filter? where)
    {
        var children = sight.Children(record, sight.Entity(record.Entity).FindChildren(relation)!)
            .Where(child => PlainFilters.Holds(sight, where, child))
            .ToList();
        if (field is null)
        {
            return (long)children.Count;
        }

        var values = children.Select(child => sight.Clear(child, field)).OfType<object>().ToList();
        return function switch
        {
            AggregateFunction.Sum => values.Sum(PlainValues.Number),
            AggregateFunction.Minimum => values.Min(),
            AggregateFunction.Maximum => values.Max(),
            AggregateFunction.Average => values.Count == 0 ? null : CutToFourPlaces(values.Sum(PlainValues.Number) / values.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "An unknown function."),
        };
    }

    public static bool Holds(PlainSight sight, AggregateFilter filter, PlainRecord record)
    {
        var result = Of(sight, record, filter.Relation, filter.Function, filter.Field, filter.Where);
        if (result is null)
        {
            return false;
        }

        var relation = sight.Entity(record.Entity).FindChildren(filter.Relation)!;
        var comparand = ComparandField(filter.Function, filter.Field is null ? null : sight.Entity(relation.Entity).Find(filter.Field));
        var other = PlainReading.Text(sight.Scope, comparand, filter.Value).Value!;
        return comparand.Type is FieldType.Date or FieldType.Moment
            ? PlainComparison.Compare(comparand, result, filter.Operator, other)
            : PlainComparison.Compare(Decimals, PlainValues.Number(result), filter.Operator, PlainValues.Number(other));
    }

    /// <summary>The field as whose value the filter's value is read: a whole number for a count, a decimal for an average.</summary>
    public static FieldDescriptor ComparandField(AggregateFunction function, FieldDescriptor? field) => function switch
    {
        AggregateFunction.Count => Whole,
        AggregateFunction.Average => Decimals,
        _ => field!,
    };

    private static readonly FieldDescriptor Whole = new() { Id = 0, Name = "value", Label = new("值", "Value"), Type = FieldType.Integer };

    private static readonly FieldDescriptor Decimals = new() { Id = 0, Name = "value", Label = new("值", "Value"), Type = FieldType.Decimal };

    private static decimal CutToFourPlaces(decimal number) => decimal.Truncate(number * 10_000m) / 10_000m;
}
