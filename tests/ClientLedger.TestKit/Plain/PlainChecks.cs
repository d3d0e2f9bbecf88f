using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Why a query can't be answered, as the code of its message; null when it can.</summary>
/// <remarks>
/// Assumed where the design is silent: a relation is known only where the child's reference to the parent is clear to the caller on some row;
/// of several things wrong, the one that is met first is told: entity, page, selections, filter, order.
/// </remarks>
public static class PlainChecks
{
    public static string? Refuse(PlainSight sight, LedgerQuery query)
    {
        var entity = Known(sight, query.Entity);
        return entity is null ? "query.entityUnknown"
            : query.AsOf is not null ? "query.asOfUnavailable"
            : query.Size is < 1 or > LedgerQuery.LargestPage ? "query.sizeOutOfRange"
            : Selections(sight, entity, query.Select)
            ?? PlainFilterChecks.Refuse(sight, entity, query.Where)
            ?? Order(sight, entity, query.OrderBy);
    }

    /// <summary>The entity, if the caller sees anything of it.</summary>
    public static EntityDescriptor? Known(PlainSight sight, string name) =>
        sight.Scope.Schema.Find(name) is { } entity && sight.Scope.Rights.On(name).Grants.Count > 0 ? entity : null;

    /// <summary>Why a field can't be filtered, sorted, aggregated or followed.</summary>
    public static string? Clear(PlainSight sight, EntityDescriptor entity, string field)
    {
        var ordinal = entity.OrdinalOf(field);
        return ordinal < 0 ? "query.fieldUnknown" : sight.Scope.Rights.On(entity.Name).Best(ordinal) switch
        {
            ReadRight.Hidden => "query.fieldUnknown",
            ReadRight.Masked => "query.fieldMasked",
            _ => null,
        };
    }

    /// <summary>Why the children of a relation can't be looked at.</summary>
    public static string? Relation(PlainSight sight, EntityDescriptor entity, string name) =>
        entity.FindChildren(name) is { } relation && Known(sight, relation.Entity) is { } child && Clear(sight, child, relation.ByField) is null
            ? null
            : "query.relationUnknown";

    /// <summary>Why a reference can't be followed.</summary>
    public static string? Reference(PlainSight sight, EntityDescriptor entity, string field) =>
        Clear(sight, entity, field) ?? (entity.Find(field) is { Type: FieldType.Reference, Target: { } target } && Known(sight, target) is not null ? null : "query.relationUnknown");

    /// <summary>Why an aggregate can't be had; a function needs a field of a type that it fits.</summary>
    public static string? Aggregate(PlainSight sight, EntityDescriptor child, AggregateFunction function, string? name)
    {
        if (name is null || function == AggregateFunction.Count)
        {
            return (name is null) == (function == AggregateFunction.Count) ? null : "query.aggregateField";
        }

        if (Clear(sight, child, name) is { } code)
        {
            return code;
        }

        var field = child.Find(name)!;
        var isNumber = field.Type is FieldType.Integer or FieldType.Decimal or FieldType.Money;
        var isTime = field.Type is FieldType.Date or FieldType.Moment;
        var fits = function switch
        {
            AggregateFunction.Sum or AggregateFunction.Average => isNumber,
            _ => isNumber || isTime,
        };
        return fits ? null : "query.notAggregable";
    }

    private static string? Order(PlainSight sight, EntityDescriptor entity, IReadOnlyList<SortKey> keys) =>
        keys.Count > LedgerQuery.MostSortKeys ? "query.tooManySortKeys" : keys.Select(key => Sortable(sight, entity, key.Field)).FirstOrDefault(code => code is not null);

    private static string? Sortable(PlainSight sight, EntityDescriptor entity, string field) =>
        Clear(sight, entity, field) ?? (entity.Find(field) is { Several: false, Sensitivity: Sensitivity.Normal, Type: not FieldType.LongText } ? null : "query.notSortable");

    private static string? Selections(PlainSight sight, EntityDescriptor entity, IReadOnlyList<Selection> selections) =>
        selections.Select(selection => selection.Key).Distinct().Count() < selections.Count
            ? "query.keyTwice"
            : selections.Select(selection => Selection(sight, entity, selection)).FirstOrDefault(code => code is not null);

    private static string? Selection(PlainSight sight, EntityDescriptor entity, Selection selection) => selection switch
    {
        FieldSelection field => Clear(sight, entity, field.Field) == "query.fieldUnknown" ? "query.fieldUnknown" : null,
        ReferenceSelection reference => Reference(sight, entity, reference.Reference)
            ?? Selections(sight, sight.Entity(entity.Find(reference.Reference)!.Target!), reference.Select),
        ChildrenSelection children => Relation(sight, entity, children.Relation) ?? Children(sight, sight.Entity(entity.FindChildren(children.Relation)!.Entity), children),
        AggregateSelection aggregate => Relation(sight, entity, aggregate.Relation) ?? Aggregate(sight, sight.Entity(entity.FindChildren(aggregate.Relation)!.Entity), aggregate),
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, "An unknown selection."),
    };

    private static string? Children(PlainSight sight, EntityDescriptor child, ChildrenSelection selection) =>
        selection.First is < 1 or > LedgerQuery.LargestPage ? "query.sizeOutOfRange"
        : Selections(sight, child, selection.Select) ?? PlainFilterChecks.Refuse(sight, child, selection.Where) ?? Order(sight, child, selection.OrderBy);

    private static string? Aggregate(PlainSight sight, EntityDescriptor child, AggregateSelection selection) =>
        Aggregate(sight, child, selection.Function, selection.Field) ?? PlainFilterChecks.Refuse(sight, child, selection.Where);
}
