using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit.Generators;

/// <summary>Aggregations that a caller may ask for.</summary>
public sealed class RandomAggregates(Chance chance, PlainSight sight, RandomValues values)
{
    private static readonly MeasureFunction[] OfTimes = [MeasureFunction.Minimum, MeasureFunction.Maximum, MeasureFunction.Percentile];

    private readonly RandomFilters filters = new(chance, sight, values);

    /// <summary>An aggregation, or null when the caller sees no entity at all.</summary>
    public AggregateQuery? Next()
    {
        var known = sight.Scope.Schema.Entities.Where(entity => sight.Scope.Rights.On(entity.Name).Grants.Count > 0).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var entity = chance.In(50) ? chance.Pick(known) : known[0];
        var usable = filters.Usable(entity).ToList();
        return new AggregateQuery(entity.Name)
        {
            Where = chance.In(60) ? null : filters.Next(entity, depth: 1),
            GroupBy = [.. chance.Some(usable.Where(Binder.IsGroupable), chance.Between(0, 2)).Select(field => new GroupKey(field.Name, Unit(field)))],
            Measures = [new Measure(MeasureFunction.Count), .. chance.Some(usable, 6).Select(MeasureOf).OfType<Measure>()],
        };
    }

    private PeriodUnit? Unit(FieldDescriptor field) =>
        field.Type is FieldType.Date or FieldType.Moment && chance.In(80) ? chance.Pick(Enum.GetValues<PeriodUnit>()) : null;

    private Measure? MeasureOf(FieldDescriptor field)
    {
        MeasureFunction? function = field switch
        {
            { Several: true } or { Sensitivity: Sensitivity.Sensitive } or { Type: FieldType.LongText } => null,
            { IsSummable: true } => chance.Pick([MeasureFunction.Distinct, MeasureFunction.Sum, MeasureFunction.Average, .. OfTimes]),
            { Type: FieldType.Date or FieldType.Moment } => chance.Pick([MeasureFunction.Distinct, .. OfTimes]),
            _ => MeasureFunction.Distinct,
        };
        return function is { } known ? new Measure(known, field.Name, known == MeasureFunction.Percentile ? chance.Pick([0m, 12.5m, 50m, 90m, 100m]) : null) : null;
    }
}
