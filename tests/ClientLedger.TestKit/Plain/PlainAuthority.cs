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

    /// <summary>Why a field of a row may not be written by these grants, or null.</summary>
    public static string? Refuse(IEnumerable<EffectiveGrant> grants, int ordinal) =>
        grants.Select(grant => grant.Write[ordinal]).DefaultIfEmpty(WriteRight.No).Max() switch
        {
            WriteRight.Yes => null,
            WriteRight.Proposal => "write.needsApproval",
            _ => "write.fieldNotWritable",
        };

    /// <summary>The grants that cover the change of a record from one state to another.</summary>
    public static List<EffectiveGrant> OfChange(PlainSight sight, PlainRecord before, PlainRecord after)
    {
        var (old, now) = (sight.Grants(before), sight.Grants(after));
        return [.. sight.Scope.Rights.On(before.Entity).Grants.Where(grant =>
            (old.Contains(grant) && now.Contains(grant)) || (grant.Reassign && (old.Contains(grant) || now.Contains(grant))))];
    }

    /// <summary>The grants that let a record be created with these values.</summary>
    public static List<EffectiveGrant> OfCreation(PlainSight sight, PlainRecord record)
    {
        var covering = sight.Grants(record);
        return [.. sight.Scope.Rights.On(record.Entity).Grants.Where(grant => grant.Create && (grant.Reassign || covering.Contains(grant)))];
    }

    private static string? Refuse(PlainSight sight, EntityDescriptor entity, string name)
    {
        var rights = sight.Scope.Rights.On(entity.Name);
        var ordinal = entity.OrdinalOf(name);
        return ordinal < 0 || rights.Best(ordinal) == ReadRight.Hidden ? "write.fieldUnknown"
            : entity.Fields[ordinal].Derived ? "write.fieldDerived"
            : Refuse(rights.Grants, ordinal);
    }
}
