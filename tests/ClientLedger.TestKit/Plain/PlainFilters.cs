using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Whether a record satisfies a filter, as far as the caller sees: what isn't clear counts as empty, what isn't covered isn't there.</summary>
public static class PlainFilters
{
    public static bool Holds(PlainSight sight, Filter? filter, PlainRecord record) => filter switch
    {
        null => true,
        AllOf all => all.Filters.All(each => Holds(sight, each, record)),
        AnyOf any => any.Filters.Any(each => Holds(sight, each, record)),
        Not not => !Holds(sight, not.Filter, record),
        FieldFilter field => PlainComparison.Holds(sight, field, record),
        PeriodFilter period => PlainPeriods.Holds(sight, period, record),
        ReferenceFilter reference => Refers(sight, reference, record),
        ChildrenFilter children => HasChildren(sight, children, record),
        AggregateFilter aggregate => PlainAggregates.Holds(sight, aggregate, record),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "An unknown filter."),
    };

    private static bool Refers(PlainSight sight, ReferenceFilter filter, PlainRecord record)
    {
        var target = sight.Referenced(record, sight.Entity(record.Entity).Find(filter.Reference)!);
        return target is not null && Holds(sight, filter.Where, target);
    }

    private static bool HasChildren(PlainSight sight, ChildrenFilter filter, PlainRecord record)
    {
        var children = sight.Children(record, sight.Entity(record.Entity).FindChildren(filter.Relation)!).ToList();
        return filter.Quantifier switch
        {
            Quantifier.Some => children.Exists(child => Holds(sight, filter.Where, child)),
            Quantifier.None => !children.Exists(child => Holds(sight, filter.Where, child)),
            Quantifier.Every => children.TrueForAll(child => Holds(sight, filter.Where, child)),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Quantifier, "An unknown quantifier."),
        };
    }
}
