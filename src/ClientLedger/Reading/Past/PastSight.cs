using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Reading.Binding;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading.Past;

/// <summary>
/// Decides in memory what record rules and filters said of records as they were, as the read gate's SQL decides it of records as they are. What neither a
/// record's own fields nor the records that it referred to can tell (its children, sums over them) is unknown: null, as in the logic of three values.
/// </summary>
internal sealed class PastSight(LedgerScope scope, IPastRecords past, DateTime now)
{
    private const string Owner = "owner", Region = "region";

    private readonly PastComparison comparison = new(scope, now);

    /// <summary>Some grant of the caller covered the record.</summary>
    public bool? Covers(PastRecord record) => Any(scope.Rights.On(record.Entity.Name).Grants, grant => Covers(grant.Rule, record));

    /// <summary>A rule covered the record.</summary>
    public bool? Covers(RecordRule rule, PastRecord record) => rule switch
    {
        EveryRecord => true,
        OwnRecords => OwnerOf(record) == scope.Rights.Person,
        TeamRecords team => OwnerOf(record) is { } owner && (team.AndBelow ? scope.Rights.TeamAndBelowPersons : scope.Rights.TeamPersons).Contains(owner),
        RegionRecords regions => IsWithin(record, regions.Regions),
        SharedRecords => past.IsShared(record),
        MatchingRecords matching => Understood(() => Holds(matching.Where, record, static _ => true, followsReferences: true)),
        RecordsThrough through => Through(record, through.Reference, target => Covers(through.Rule, target)),
        EitherRule either => Any(either.Rules, each => Covers(each, record)),
        _ => throw new ArgumentException($"{rule.GetType()} is no record rule.", nameof(rule)),
    };

    /// <summary>The record satisfied a filter of the caller's; what isn't clear to the caller on all records is unknown, and so is what other records hold.</summary>
    public bool? Holds(Filter filter, PastRecord record)
    {
        var rights = scope.Rights.On(record.Entity.Name);
        return Understood(() => Holds(filter, record, rights.IsClearEverywhere, followsReferences: false));
    }

    /// <summary>The fields of an entity that a rule looks at.</summary>
    public static IEnumerable<string> FieldsOf(RecordRule rule) => rule switch
    {
        OwnRecords or TeamRecords => [Owner],
        RegionRecords => [Region],
        MatchingRecords matching => FieldsOf(matching.Where),
        RecordsThrough through => [through.Reference],
        EitherRule either => either.Rules.SelectMany(FieldsOf),
        _ => [],
    };

    /// <summary>The fields of an entity that a filter looks at.</summary>
    public static IEnumerable<string> FieldsOf(Filter? filter) => filter switch
    {
        AllOf all => all.Filters.SelectMany(FieldsOf),
        AnyOf any => any.Filters.SelectMany(FieldsOf),
        Not not => FieldsOf(not.Filter),
        FieldFilter field => [field.Field],
        PeriodFilter period => [period.Field],
        ReferenceFilter reference => [reference.Reference],
        _ => [],
    };

    private bool? Holds(Filter filter, PastRecord record, Func<int, bool> mayLookAt, bool followsReferences)
    {
        switch (filter)
        {
            case AllOf all:
                return Not(Any(all.Filters, each => Not(Holds(each, record, mayLookAt, followsReferences))));
            case AnyOf any:
                return Any(any.Filters, each => Holds(each, record, mayLookAt, followsReferences));
            case Not not:
                return Not(Holds(not.Filter, record, mayLookAt, followsReferences));
            case ReferenceFilter reference when followsReferences:
                return Through(record, reference.Reference, target => Holds(reference.Where, target, static _ => true, followsReferences));
            case FieldFilter field when OrdinalOf(record, field.Field) is var ordinal && record.IsKnown(ordinal) && mayLookAt(ordinal):
                return comparison.Holds(record.Entity.Fields[ordinal], record.Values[ordinal], field);
            case PeriodFilter period when OrdinalOf(record, period.Field) is var ordinal && record.IsKnown(ordinal) && mayLookAt(ordinal):
                return comparison.Holds(record.Entity.Fields[ordinal], record.Values[ordinal], period);
            default:
                return null;
        }
    }

    private bool? Through(PastRecord record, string reference, Func<PastRecord, bool?> covers)
    {
        var ordinal = record.Entity.OrdinalOf(reference);
        if (ordinal < 0 || record.Entity.Fields[ordinal] is not { Type: FieldType.Reference, Several: false, Target: { } target } || scope.Schema.Find(target) is not { } entity)
        {
            return false;
        }

        return record.Values[ordinal] is long id && past.Beside(record, entity, id) is { IsLive: true } named ? covers(named) : false;
    }

    /// <summary>Rules that can't be understood cover nothing, as in the read gate.</summary>
    private static bool? Understood(Func<bool?> decide)
    {
        try
        {
            return decide();
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private static int OrdinalOf(PastRecord record, string field) => record.Entity.OrdinalOf(field) is >= 0 and var ordinal
        ? ordinal
        : throw new RefusedException(Refusal.Of(ReadMessages.FieldUnknown, ("entity", record.Entity.Label), ("field", field)));

    private static long? OwnerOf(PastRecord record) =>
        record.Entity.Find(Owner) is { Type: FieldType.Person, Several: false } ? record.Values[record.Entity.OrdinalOf(Owner)] as long? : null;

    private static bool IsWithin(PastRecord record, IReadOnlyList<string> regions) =>
        record.Entity.Find(Region) is { Type: FieldType.Choice, Several: false, List: { } name } && ReferenceLists.Find(name) is { } list
        && record.Values[record.Entity.OrdinalOf(Region)] is string code && regions.Any(region => CodesUnder.Of(list, region).Contains(code));

    private static bool? Not(bool? value) => value is { } known ? !known : null;

    /// <summary>True where one is, false where all are, else unknown.</summary>
    private static bool? Any<T>(IReadOnlyList<T> those, Func<T, bool?> decide)
    {
        bool? found = false;
        foreach (var each in those)
        {
            var decided = decide(each);
            if (decided == true)
            {
                return true;
            }

            found = decided is null ? null : found;
        }

        return found;
    }
}
