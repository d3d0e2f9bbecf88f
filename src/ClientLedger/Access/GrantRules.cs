using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Access;

/// <summary>What a grant must be before it is saved: every name in it exists, and no right contradicts another.</summary>
public static class GrantRules
{
    private const string Owner = "owner";
    private const string Region = "region";

    /// <summary>All that is wrong with a grant.</summary>
    public static IReadOnlyList<Refusal> Check(LedgerSchema schema, Grant grant)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(grant);
        return schema.Find(grant.Entity) is { } entity
            ? [.. Fields(entity, grant), .. Rule(schema, entity, grant.Rule)]
            : [Refusal.Of(AccessMessages.EntityUnknown, ("entity", grant.Entity))];
    }

    private static IEnumerable<Refusal> Fields(EntityDescriptor entity, Grant grant)
    {
        if (IsUnseenWrite(grant.Others))
        {
            yield return Refusal.Of(AccessMessages.WriteUnseen, ("field", "*"), ("entity", entity.Label));
        }

        foreach (var (name, right) in grant.Fields)
        {
            if (entity.Find(name) is not { } field)
            {
                yield return Refusal.Of(AccessMessages.FieldUnknown, ("entity", entity.Label), ("field", name)) with { Field = name };
            }
            else if (IsUnseenWrite(right))
            {
                yield return Refusal.Of(AccessMessages.WriteUnseen, ("field", field.Label), ("entity", entity.Label)) with { Field = name };
            }
            else if (field.Derived && right.Write != WriteRight.No)
            {
                yield return Refusal.Of(AccessMessages.FieldDerived, ("field", field.Label), ("entity", entity.Label)) with { Field = name };
            }
        }
    }

    private static bool IsUnseenWrite(FieldRight right) => right.Read == ReadRight.Hidden && right.Write != WriteRight.No;

    private static IEnumerable<Refusal> Rule(LedgerSchema schema, EntityDescriptor entity, RecordRule rule) => rule switch
    {
        OwnRecords or TeamRecords => Needs(entity, Owner, FieldType.Person),
        RegionRecords => Needs(entity, Region, FieldType.Choice),
        MatchingRecords matching => Where(schema, entity, matching.Where),
        RecordsThrough through => Reference(schema, entity, through.Reference, target => Rule(schema, target, through.Rule)),
        EitherRule either => either.Rules.SelectMany(one => Rule(schema, entity, one)),
        EveryRecord or SharedRecords => [],
        _ => throw new InvalidOperationException($"{rule.GetType().Name} is a record rule that nobody checks."),
    };

    private static IEnumerable<Refusal> Where(LedgerSchema schema, EntityDescriptor entity, Filter filter) => filter switch
    {
        AllOf all => all.Filters.SelectMany(one => Where(schema, entity, one)),
        AnyOf any => any.Filters.SelectMany(one => Where(schema, entity, one)),
        Not not => Where(schema, entity, not.Filter),
        FieldFilter field => Named(entity, field.Field),
        PeriodFilter period => Named(entity, period.Field),
        ReferenceFilter reference => Reference(schema, entity, reference.Reference, target => Where(schema, target, reference.Where)),
        ChildrenFilter children => Children(schema, entity, children.Relation, child => children.Where is null ? [] : Where(schema, child, children.Where)),
        AggregateFilter aggregate => Children(schema, entity, aggregate.Relation, child =>
        [
            .. aggregate.Field is null ? [] : Named(child, aggregate.Field),
            .. aggregate.Where is null ? [] : Where(schema, child, aggregate.Where),
        ]),
        _ => throw new InvalidOperationException($"{filter.GetType().Name} is a filter that nobody checks."),
    };

    private static IEnumerable<Refusal> Named(EntityDescriptor entity, string field) =>
        entity.Find(field) is null ? [Refusal.Of(AccessMessages.FieldUnknown, ("entity", entity.Label), ("field", field))] : [];

    private static IEnumerable<Refusal> Needs(EntityDescriptor entity, string field, FieldType type) =>
        entity.Find(field)?.Type != type ? [Refusal.Of(AccessMessages.NoField, ("field", field), ("entity", entity.Label))] : [];

    private static IEnumerable<Refusal> Reference(
        LedgerSchema schema, EntityDescriptor entity, string reference, Func<EntityDescriptor, IEnumerable<Refusal>> onTarget) =>
        entity.Find(reference) is { Type: FieldType.Reference, Target: { } target } && schema.Find(target) is { } found
            ? onTarget(found)
            : [Refusal.Of(AccessMessages.NoReference, ("entity", entity.Label), ("field", reference))];

    private static IEnumerable<Refusal> Children(
        LedgerSchema schema, EntityDescriptor entity, string relation, Func<EntityDescriptor, IEnumerable<Refusal>> onChild) =>
        entity.FindChildren(relation) is { } children && schema.Find(children.Entity) is { } found
            ? onChild(found)
            : [Refusal.Of(AccessMessages.NoRelation, ("entity", entity.Label), ("relation", relation))];
}
