using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Tenancy;

namespace ClientLedger.Imports.Mapping;

/// <summary>
/// What a plan may say in the name of a caller: it fills fields that the caller sees and may write, and finds records by fields that the caller sees as they
/// are. What the caller doesn't see is unknown to it. The write gate keeps the same for each line; here it is said before a line is read.
/// </summary>
internal static class PlanRights
{
    /// <summary>The field of whose record it is.</summary>
    public const string Owner = "owner";

    /// <summary>The caller may make or change records of some kind that lines can stand for.</summary>
    public static bool MayImport(LedgerScope scope) => scope.Schema.Entities.Any(entity =>
        !entity.IsOfFiles && (ShownFields.MayCreate(scope, entity.Name) || ShownFields.Writable(scope, entity).Any()));

    /// <summary>The entities and fields that the caller sees, in which columns are recognised.</summary>
    public static LedgerSchema Seen(LedgerScope scope) => Only(scope, (rights, ordinal) => rights.Best(ordinal) != ReadRight.Hidden);

    /// <summary>Everything that is wrong with a plan, as <see cref="PlanCheck"/> finds it in what the caller may fill; and the keys that the caller may not use.</summary>
    public static IReadOnlyList<Refusal> Check(ImportPlan plan, IReadOnlyList<string> headings, LedgerScope scope)
    {
        var fillable = Fillable(scope);
        return
        [
            .. PlanCheck.Check(plan, headings, fillable),
            .. plan.Entities.Where(entity => entity.Key is { } key && fillable.Find(entity.Entity)?.Find(key) is not null && !ShownFields.IsClear(scope, scope.Schema[entity.Entity], key))
                .Select(entity => Unclear(scope.Schema[entity.Entity], entity.Key!)),
            .. from entity in plan.Entities
               from field in entity.Fields
               from source in new[] { field.From, field.IfNew }.OfType<RecordByField>()
               let target = fillable.Find(entity.Entity)?.Find(field.Field)?.Target
               where target is not null && !IsLink(scope, target, source.Field)
               select Unclear(scope.Schema[target], source.Field),
        ];
    }

    /// <summary>New records that come without an owner become the importer's own, since that person couldn't make them otherwise.</summary>
    public static bool MakesOwn(ImportPlan plan) => plan.Entities.Any(entity => OwnerOf(entity) is not null);

    /// <summary>The owner that new records of an entity get, or null where they get none or columns say it.</summary>
    public static string? OwnerOf(EntityPlan entity) =>
        (entity.Fields.FirstOrDefault(field => field is { Field: Owner, From: null })?.IfNew as Constant)?.Value;

    /// <summary>The part of a plan that the caller may carry out; null where nothing is left of what a line stands for.</summary>
    public static ImportPlan? Within(ImportPlan plan, LedgerScope scope)
    {
        var fillable = Fillable(scope);
        List<EntityPlan> kept = [.. plan.Entities.Select(entity => Within(entity, entity.Entity == plan.Counts, fillable, scope)).OfType<EntityPlan>()];
        var names = kept.Select(entity => entity.Entity).ToHashSet(StringComparer.Ordinal);
        if (!names.Contains(plan.Counts))
        {
            return null;
        }

        bool Fills(string entity, string field) => names.Contains(entity) && fillable[entity].Find(field) is not null;
        return plan with
        {
            Entities = [.. kept.Select(entity => entity with { Fields = [.. entity.Fields.Select(field => Linked(plan, field, fillable[entity.Entity], names, scope)).OfType<FieldPlan>()] })],
            Rules = [.. plan.Rules.Select(rule => rule with
            {
                Effects = [.. rule.Effects.Where(effect => effect switch
                {
                    SetField set => Fills(set.Entity, set.Field),
                    NegateField negate => Fills(negate.Entity, negate.Field),
                    _ => true,
                })],
            }).Where(rule => rule.Effects.Count > 0)],
        };
    }

    private static LedgerSchema Fillable(LedgerScope scope) =>
        Only(scope, (rights, ordinal) => rights.Best(ordinal) != ReadRight.Hidden && rights.BestWrite(ordinal) == WriteRight.Yes);

    private static LedgerSchema Only(LedgerScope scope, Func<EntityRights, int, bool> isKept) => new(scope.Schema.Entities
        .Where(entity => ShownFields.IsKnown(scope, entity.Name))
        .Select(entity => entity.Only(field =>
            isKept(scope.Rights.On(entity.Name), entity.OrdinalOf(field.Name)) && (field.Target is not { } target || ShownFields.IsKnown(scope, target)))));

    /// <summary>
    /// Without its key a record beside that of the line would be made anew of each line: rather it isn't filled. Who can't make just any record makes those
    /// that come without an owner its own, as its forms do.
    /// </summary>
    private static EntityPlan? Within(EntityPlan entity, bool counts, LedgerSchema fillable, LedgerScope scope)
    {
        if (fillable.Find(entity.Entity) is not { } described)
        {
            return null;
        }

        var fields = entity.Fields.Where(field => described.Find(field.Field) is not null)
            .Select(field => described.Find(field.Convert.UnreadableTo ?? field.Field) is null ? field with { Convert = field.Convert with { UnreadableTo = null } } : field).ToList();
        var key = entity.Key is { } named && described.Find(named) is not null && ShownFields.IsClear(scope, scope.Schema[entity.Entity], named) ? named : null;
        if (!counts && (fields.Count == 0 || key != entity.Key))
        {
            return null;
        }

        if (described.Find(Owner) is { Type: FieldType.Person } && !fields.Exists(field => field.Field == Owner) && !scope.Rights.On(entity.Entity).Grants.Any(grant => grant is { IsEverywhere: true, Create: true }))
        {
            fields.Add(new(Owner) { IfNew = new Constant(RecordIds.Format(RecordIds.Account, scope.Actor.Id)) });
        }

        return entity with
        {
            Fields = fields,
            Key = key,
            WhenKeyMissing = (key, entity.WhenKeyMissing) switch
            {
                (null, _) => new MakeNew(),
                (_, FileUnder under) => new FileUnder(under.Values.Where(value => described.Find(value.Key) is not null).ToDictionary()),
                (_, var other) => other,
            },
        };
    }

    /// <summary>A field that would refer to a record which the plan doesn't fill any more finds it by the same column, where the caller may.</summary>
    private static FieldPlan? Linked(ImportPlan plan, FieldPlan field, EntityDescriptor entity, HashSet<string> filled, LedgerScope scope)
    {
        ValueSource? Instead(ValueSource? source) => source switch
        {
            RecordOfLine line when !filled.Contains(line.Entity) =>
                plan.Find(line.Entity) is { Key: { } key } dropped && dropped.Fields.FirstOrDefault(each => each.Field == key)?.From is FromColumn column && IsLink(scope, line.Entity, key)
                    ? new RecordByField(key, column.Column)
                    : null,
            RecordByField by when entity.Find(field.Field)?.Target is { } target && !IsLink(scope, target, by.Field) => null,
            _ => source,
        };
        var (from, ifNew) = (Instead(field.From), Instead(field.IfNew));
        var isLost = from is null && ifNew is null && (field.From ?? field.IfNew) is not null;
        return isLost ? null : field with { From = from, IfNew = ifNew };
    }

    /// <summary>The caller may find records by a field: it is there, and seen as it is on every record.</summary>
    private static bool IsLink(LedgerScope scope, string entity, string field)
    {
        var ordinal = scope.Schema.Find(entity)?.OrdinalOf(field) ?? -1;
        return ordinal >= 0 && ShownFields.IsKnown(scope, entity) && scope.Rights.On(entity).IsClearEverywhere(ordinal);
    }

    /// <summary>The field is named as the plan names it: whether there is such a field isn't told.</summary>
    private static Refusal Unclear(EntityDescriptor entity, string field) => Refusal.Of(PlanMessages.KeyUnclear, ("entity", entity.Label), ("field", field));
}
