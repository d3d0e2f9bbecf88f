using ClientLedger.Access;
using ClientLedger.Fields;

namespace ClientLedger.TestKit.Plain;

/// <summary>Who may write what: a right holds where one and the same grant covers the record and allows the field.</summary>
/// <remarks>
/// Assumed where the design is silent: a grant covers a change of a record when its rule covers the record before and after it,
/// or, with the right to reassign, before or after it; a new record must be covered by a grant that may create, unless that grant may also reassign.
/// </remarks>
public static class PlainAuthority
{
    /// <summary>Refusals of fields that no grant at all lets the caller write, whatever their value.</summary>
    public static IEnumerable<PlainRefusal> Fields(PlainSight sight, EntityDescriptor entity, IReadOnlyList<string> names)
    {
        foreach (var name in names.Distinct())
        {
            if (names.Count(each => each == name) > 1)
            {
                yield return new(name, "write.fieldTwice");
            }
            else if (Refuse(sight, entity, name) is { } code)
            {
                yield return new(name, code);
            }
        }
    }

    /// <summary>Why a new record may not be made with these values.</summary>
    public static List<PlainRefusal> RefuseCreation(PlainSight sight, EntityDescriptor entity, PlainRecord record, IReadOnlyList<string> names)
    {
        var covering = sight.Grants(record);
        var grants = sight.Scope.Rights.On(record.Entity).Grants.Where(grant => grant.Create && (grant.Reassign || covering.Contains(grant))).ToList();
        return grants.Count == 0
            ? [new(null, "write.createNotAllowed")]
            : [.. names.Where(name => !May(grants, entity, name)).Select(name => new PlainRefusal(name, "write.fieldNotWritable"))];
    }

    /// <summary>Why a record may not be changed from one state to another by writing these fields.</summary>
    public static List<PlainRefusal> RefuseChange(PlainSight sight, EntityDescriptor entity, PlainRecord before, PlainRecord after, IReadOnlyList<string> names)
    {
        var (old, now) = (sight.Grants(before), sight.Grants(after));
        var covering = sight.Scope.Rights.On(entity.Name).Grants.Where(grant =>
            grant.Reassign ? old.Contains(grant) || now.Contains(grant) : old.Contains(grant) && now.Contains(grant)).ToList();
        var refused = names.Where(name => !May(covering, entity, name)).ToList();
        var never = refused.Where(name => !May(old, entity, name)).Select(name => new PlainRefusal(name, "write.fieldNotWritable")).ToList();
        return never.Count > 0 ? never : refused.Count > 0 ? [new(null, "write.outOfReach")] : [];
    }

    private static bool May(List<EffectiveGrant> grants, EntityDescriptor entity, string name) =>
        grants.Exists(grant => grant.Write[entity.OrdinalOf(name)] == WriteRight.Yes);

    private static string? Refuse(PlainSight sight, EntityDescriptor entity, string name)
    {
        var rights = sight.Scope.Rights.On(entity.Name);
        var ordinal = entity.OrdinalOf(name);
        return ordinal < 0 || rights.Best(ordinal) == ReadRight.Hidden ? "write.fieldUnknown"
            : entity.Fields[ordinal].Derived ? "write.fieldDerived"
            : rights.Grants.Select(grant => grant.Write[ordinal]).Max() switch
            {
                WriteRight.Yes => null,
                WriteRight.Proposal => "write.needsApproval",
                _ => "write.fieldNotWritable",
            };
    }
}
