using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Tenancy;

namespace ClientLedger.History.Feeds;

/// <summary>In which order the records of entities come into sight: those that others are seen through before the others.</summary>
internal static class SightOrder
{
    private const int Deepest = 20;

    /// <summary>How many references a caller's rules follow from records of an entity at most; 0 for none.</summary>
    public static int DepthOf(LedgerScope scope, EntityDescriptor entity) =>
        scope.Rights.On(entity.Name).Grants.Select(grant => DepthOf(scope, entity, grant.Rule)).DefaultIfEmpty().Max();

    private static int DepthOf(LedgerScope scope, EntityDescriptor entity, RecordRule rule) => rule switch
    {
        RecordsThrough through => Below(scope, entity, through.Reference, target => DepthOf(scope, target, through.Rule)),
        EitherRule either => either.Rules.Select(each => DepthOf(scope, entity, each)).DefaultIfEmpty().Max(),
        MatchingRecords matching => DepthOf(scope, entity, matching.Where),
        _ => 0,
    };

    private static int DepthOf(LedgerScope scope, EntityDescriptor entity, Filter? filter) => filter switch
    {
        AllOf all => all.Filters.Select(each => DepthOf(scope, entity, each)).DefaultIfEmpty().Max(),
        AnyOf any => any.Filters.Select(each => DepthOf(scope, entity, each)).DefaultIfEmpty().Max(),
        Not not => DepthOf(scope, entity, not.Filter),
        ReferenceFilter reference => Below(scope, entity, reference.Reference, target => DepthOf(scope, target, reference.Where)),

        // What is seen by its children is seen after them.
        ChildrenFilter or AggregateFilter => Deepest,
        _ => 0,
    };

    private static int Below(LedgerScope scope, EntityDescriptor entity, string reference, Func<EntityDescriptor, int> depth) =>
        entity.Find(reference)?.Target is { } name && scope.Schema.Find(name) is { } target ? 1 + depth(target) : 0;
}
