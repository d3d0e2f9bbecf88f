using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.History.Feeds;

/// <summary>What a caller is told of a record that has changed.</summary>
/// <param name="Verb">What was done last; null where it has gone: what becomes of it then, and when, is no longer the caller's to know.</param>
/// <param name="At">When; null where it has gone.</param>
internal sealed record FeedChange(EntityDescriptor Entity, long Id, Verb? Verb, DateTime? At)
{
    /// <summary>The caller saw the record, and doesn't any more.</summary>
    public bool IsGone => Verb is null;
}

/// <summary>Some changes of a log: first what has gone, by id, then the others in their order.</summary>
/// <param name="Next">Where the next ones begin.</param>
/// <param name="HasMore">There are more, or may be: what was looked through has an end.</param>
internal sealed record FeedPage(IReadOnlyList<FeedChange> Changes, FeedPlace Next, bool HasMore);

/// <summary>Which changes are asked for.</summary>
/// <param name="Entities">Of records of these kinds, all of which the caller knows of.</param>
/// <param name="Most">Changes of a page.</param>
/// <param name="Where">Only of records that satisfy it; null for all. It goes with one entity.</param>
internal sealed record FeedQuestion(IReadOnlyList<EntityDescriptor> Entities, int Most, Reading.Filter? Where = null);

/// <summary>Reads records as the caller may see them now, of those that satisfy the question's filter, and tells of which ids there are any.</summary>
internal delegate Task<Func<long, bool>> FeedSight(EntityDescriptor entity, IReadOnlyList<long> ids, CancellationToken cancellationToken);
