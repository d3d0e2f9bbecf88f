using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Writing;

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

    /// <summary>Fields of a record that no grant lets the caller write as the record is before the set, nor one that could take it.</summary>
    public static List<PlainRefusal> Never(PlainSight start, PlainRecord old, IEnumerable<string> names)
    {
        var before = start.Grants(old);
        var grants = start.Scope.Rights.On(old.Entity).Grants.Where(grant => grant.Reassign || before.Contains(grant)).ToList();
        return [.. names.Where(name => !May(grants, start.Entity(old.Entity), name)).Select(name => new PlainRefusal(name, "write.fieldNotWritable"))];
    }

    /// <summary>Why the caller may not do what a row did.</summary>
    /// <param name="start">The ledger before the set.</param>
    /// <param name="end">The ledger after it.</param>
    public static List<PlainRefusal> Refuse(PlainSight start, PlainSight end, RecordChange change, PlainRow row)
    {
        if (!row.IsGood || row.Record is not { } record)
        {
            return [];
        }

        var old = start.Ledger.Find(record.Tenant, record.Entity, record.Id);
        var names = change.Values.Names;
        return row.Outcome == Outcome.Created ? RefuseCreation(end, record, names)
            : row.Outcome is Outcome.Deleted or Outcome.Restored ? RefuseDeletion(start.Grants(old!), end.Grants(record))
            : RefuseChange(end.Entity(record.Entity), start.Grants(old!), end.Grants(record), names);
    }

    private static List<PlainRefusal> RefuseCreation(PlainSight end, PlainRecord record, IReadOnlyList<string> names)
    {
        var covering = end.Grants(record);
        var grants = end.Scope.Rights.On(record.Entity).Grants.Where(grant => grant.Create && (grant.Reassign || covering.Contains(grant))).ToList();
        return grants.Count == 0
            ? [new(null, "write.createNotAllowed")]
            : [.. names.Where(name => !May(grants, end.Entity(record.Entity), name)).Select(name => new PlainRefusal(name, "write.fieldNotWritable"))];
    }

    private static List<PlainRefusal> RefuseDeletion(List<EffectiveGrant> before, List<EffectiveGrant> after) =>
        Reaching(before, after).Exists(grant => grant.Delete) ? [] : [new(null, "write.deleteNotAllowed")];

    private static List<PlainRefusal> RefuseChange(EntityDescriptor entity, List<EffectiveGrant> before, List<EffectiveGrant> after, IReadOnlyList<string> names)
    {
        var refused = names.Where(name => !May(Reaching(before, after), entity, name)).ToList();
        var never = refused.Where(name => !May(before, entity, name)).Select(name => new PlainRefusal(name, "write.fieldNotWritable")).ToList();
        return never.Count > 0 ? never : refused.Count > 0 ? [new(null, "write.outOfReach")] : [];
    }

    private static List<EffectiveGrant> Reaching(List<EffectiveGrant> before, List<EffectiveGrant> after) =>
        [.. before.Union(after).Where(grant => grant.Reassign || (before.Contains(grant) && after.Contains(grant)))];

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
