using ClientLedger.Access;
using ClientLedger.Fields.Lists;

namespace ClientLedger.TestKit.Plain;

/// <summary>Which records a record rule covers. Rules know no rights but their own.</summary>
public static class PlainRules
{
    public static bool Covers(PlainSight sight, RecordRule rule, PlainRecord record) => rule switch
    {
        EveryRecord => true,
        OwnRecords => Owner(record) == sight.Scope.Rights.Person,
        TeamRecords team => Owner(record) is { } owner && (team.AndBelow ? sight.Scope.Rights.TeamAndBelowPersons : sight.Scope.Rights.TeamPersons).Contains(owner),
        RegionRecords regions => record["region"] is string code && regions.Regions.Any(region => IsWithin(code, region)),
        SharedRecords => sight.Ledger.Shares.Any(share => IsOf(sight, share, record)),
        MatchingRecords matching => PlainFilters.Holds(sight.WithoutLimits, matching.Where, record),
        RecordsThrough through => Through(sight, through, record),
        EitherRule either => either.Rules.Any(each => Covers(sight, each, record)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "An unknown record rule."),
    };

    /// <summary>Null also where the entity has no such field.</summary>
    private static long? Owner(PlainRecord record) => record.IdIn("owner");

    /// <summary>The region itself or one that lies in it: its parents are gone through.</summary>
    private static bool IsWithin(string code, string region)
    {
        for (string? at = code; at is not null; at = ReferenceLists.Find("regions")!.Find(at)?.Parent)
        {
            if (at == region)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(PlainSight sight, PlainShare share, PlainRecord record) =>
        share.Tenant == record.Tenant && share.Entity == record.Entity && share.Record == record.Id
        && (share.Person == sight.Scope.Rights.Person || (share.Team is { } team && sight.Scope.Rights.Teams.Contains(team)));

    private static bool Through(PlainSight sight, RecordsThrough through, PlainRecord record)
    {
        var reference = sight.Entity(record.Entity).Find(through.Reference)!;
        var target = sight.Ledger.Find(record.Tenant, reference.Target!, record.IdIn(reference.Name));
        return target is { IsLive: true } && Covers(sight, through.Rule, target);
    }
}
