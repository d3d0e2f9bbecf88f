using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Why a filter can't be applied, as the code of its message; null when it can.</summary>
/// <remarks>
/// Assumed where the design is silent: references, persons and yes-or-no values are only compared for equality, the record's own id by order too; texts other than codes
/// may also be compared by order and by their parts; long texts only by their parts; a comparison takes one value, In at least one, IsEmpty none.
/// </remarks>
public static class PlainFilterChecks
{
    private static readonly Operator[] Ordered = [Operator.Less, Operator.LessOrEqual, Operator.Greater, Operator.GreaterOrEqual];

    private static readonly Operator[] Parts = [Operator.Contains, Operator.StartsWith, Operator.EndsWith];

    public static string? Refuse(PlainSight sight, EntityDescriptor entity, Filter? filter) => filter switch
    {
        null => null,
        AllOf all => First(all.Filters.Select(each => Refuse(sight, entity, each))),
        AnyOf any => First(any.Filters.Select(each => Refuse(sight, entity, each))),
        Not not => Refuse(sight, entity, not.Filter),
        FieldFilter field => PlainChecks.Clear(sight, entity, field.Field) ?? Compare(sight, entity.Find(field.Field)!, field),
        PeriodFilter period => PlainChecks.Clear(sight, entity, period.Field) ?? Period(entity.Find(period.Field)!, period),
        ReferenceFilter reference => PlainChecks.Reference(sight, entity, reference.Reference)
            ?? Refuse(sight, sight.Entity(entity.Find(reference.Reference)!.Target!), reference.Where),
        ChildrenFilter children => PlainChecks.Relation(sight, entity, children.Relation)
            ?? Refuse(sight, sight.Entity(entity.FindChildren(children.Relation)!.Entity), children.Where),
        AggregateFilter aggregate => PlainChecks.Relation(sight, entity, aggregate.Relation)
            ?? Aggregate(sight, sight.Entity(entity.FindChildren(aggregate.Relation)!.Entity), aggregate),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "An unknown filter."),
    };

    private static string? First(IEnumerable<string?> codes) => codes.FirstOrDefault(code => code is not null);

    private static string? Compare(PlainSight sight, FieldDescriptor field, FieldFilter filter)
    {
        if (!Allows(field, filter.Operator))
        {
            return filter.Operator == Operator.Under ? "query.notAList" : "query.operatorUnfit";
        }

        return filter.Operator == Operator.IsEmpty ? (filter.Values.Count == 0 ? null : "query.valueUnneeded")
            : filter.Values.Count == 0 || (filter.Operator != Operator.In && filter.Values.Count > 1) ? "query.valueMissing"
            : filter.Operator == Operator.EndsWith && field.Sensitivity == Sensitivity.Sensitive ? (filter.Values[0].Length == 4 ? null : "query.sensitiveTail")
            : Parts.Contains(filter.Operator) ? (PlainComparison.Needle(field, filter.Values[0]).Length > 0 ? null : "query.partEmpty")
            : First(filter.Values.Select(value => PlainReading.Text(sight.Scope, field with { Several = false }, value).Code));
    }

    private static bool Allows(FieldDescriptor field, Operator way) => way switch
    {
        Operator.IsEmpty => true,
        _ when field.Sensitivity == Sensitivity.Sensitive => way is Operator.Equals or Operator.In or Operator.EndsWith,
        Operator.Under => field.List is not null && ReferenceLists.Find(field.List)!.Items.Any(item => item.Level > 1),
        _ when field.Type == FieldType.LongText => Parts.Contains(way),
        Operator.Equals or Operator.In => true,
        _ when Ordered.Contains(way) => field.Name == SystemFields.Id || field.Type is not (FieldType.Boolean or FieldType.Reference or FieldType.Person or FieldType.Choice),
        _ => field.Type.IsText() && field.Type != FieldType.Choice,
    };

    private static string? Period(FieldDescriptor field, PeriodFilter filter) =>
        field.Type is not (FieldType.Date or FieldType.Moment) ? "query.noPeriod"
        : filter.Count is < 1 or > 1_000 || (filter.Anchor == PeriodAnchor.This && filter.Count != 1) ? "query.periodOutOfRange"
        : null;

    private static string? Aggregate(PlainSight sight, EntityDescriptor child, AggregateFilter filter) =>
        PlainChecks.Aggregate(sight, child, filter.Function, filter.Field)
        ?? (filter.Operator == Operator.Equals || Ordered.Contains(filter.Operator) ? null : "query.operatorUnfit")
        ?? PlainReading.Text(sight.Scope, PlainAggregates.ComparandField(filter.Function, filter.Field is null ? null : child.Find(filter.Field)), filter.Value).Code
        ?? Refuse(sight, child, filter.Where);
}
