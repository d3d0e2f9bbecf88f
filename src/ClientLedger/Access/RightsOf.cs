using ClientLedger.Fields;

namespace ClientLedger.Access;

/// <summary>Turns grants into the rights of a caller.</summary>
internal static class RightsOf
{
    private static readonly EveryRecord Everywhere = new();

    /// <summary>The product itself: everything but what is derived, which nobody writes by hand.</summary>
    public static Rights System(LedgerSchema schema) =>
        new(schema.Entities.Select(entity => new EntityRights(entity, [Effective(entity, Full(entity))]))) { IsOwner = true };

    /// <summary>
    /// A person or a program: the grants of all its roles side by side. Grants on entities or fields that no longer exist give nothing.
    /// <see cref="Roles"/> refuses more than <see cref="EntityRights.MostGrants"/> of one entity; where two changes at the same moment make them all the
    /// same, those beyond give nothing: rights are fewer then, never more.
    /// </summary>
    public static Rights Caller(LedgerSchema schema, long person, IReadOnlyList<Grant> grants, TeamTree teams, bool isOwner = false)
    {
        var byEntity = grants.ToLookup(grant => grant.Entity);
        return new Rights(schema.Entities.Select(entity => new EntityRights(entity, [.. byEntity[entity.Name].Take(EntityRights.MostGrants).Select(grant => Effective(entity, grant))])))
        {
            IsOwner = isOwner,
            Person = person,
            Teams = teams.Of(person),
            TeamPersons = teams.Colleagues(person),
            TeamAndBelowPersons = teams.ColleaguesAndBelow(person),
        };
    }

    /// <summary>Every right on an entity.</summary>
    public static Grant Full(EntityDescriptor entity) => new(entity.Name, Everywhere) { Create = true, Delete = true, Reassign = true };

    private static EffectiveGrant Effective(EntityDescriptor entity, Grant grant)
    {
        var rights = entity.Fields.Select(field => On(field, grant)).ToList();
        return new EffectiveGrant(
            grant.Rule, [.. rights.Select(right => right.Read)], [.. rights.Select(right => right.Write)], grant.Create, grant.Delete, grant.Reassign);
    }

    /// <summary>A record that may be seen has an id, and a version by which whoever changes it says what it has seen, whatever else is hidden.</summary>
    private static FieldRight On(FieldDescriptor field, Grant grant)
    {
        var right = grant.On(field.Name);
        return new FieldRight(
            field.Name is SystemFields.Id or SystemFields.Version ? ReadRight.Clear : right.Read,
            field.Derived ? WriteRight.No : right.Write);
    }
}
