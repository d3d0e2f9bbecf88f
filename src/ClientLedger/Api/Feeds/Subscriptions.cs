using System.Runtime.CompilerServices;
using ClientLedger.Access;
using ClientLedger.Api.Queries;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.History.Feeds;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Api.Feeds;

/// <summary>
/// Follows the log for a subscription. Nothing is held for a client that is slow: its next change is read from the log when it takes it, with the rights that
/// it has by then, and what happened to a record meanwhile is told at once.
/// </summary>
internal sealed class Subscriptions(SubscriptionCounts counts, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>How often a caller's rights are looked at, as they were a moment ago: one whose rights change hears of it within a second.</summary>
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromMilliseconds(400);

    /// <summary>What was read may wait so long to be taken; after that it is read again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a follower relies on being woken.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Opens the stream of a subscription's field.</summary>
    public IAsyncEnumerable<object?> Open(ResolveContext context, ApiCall call)
    {
        var entity = FeedFields.EntitiesOf(call.Scope, [context.Argument<string>(SubscriptionTypes.Entity)!], SubscriptionTypes.Entity)[0];
        return ToldAsync(FollowAsync(context, call, entity, WhereOf(context, call, entity)), call);
    }

    private static Filter? WhereOf(ResolveContext context, ApiCall call, EntityDescriptor entity)
    {
        var given = FilterReader.GivenOf(context, context.Selected) ?? new Dictionary<string, object?>();
        if (given.Keys.FirstOrDefault(name => name != entity.Name) is { } other)
        {
            throw new RefusedException(Refusal.Of(ApiMessages.WhereOfOther, ("entity", entity.Name), ("other", other)) with { Field = SubscriptionTypes.Where });
        }

        return given.GetValueOrDefault(entity.Name) is IReadOnlyDictionary<string, object?> where ? new FilterReader(call.Scope.Schema).Read(where, entity) : null;
    }

    /// <summary>The stream, whose refusals are told as GraphQL does.</summary>
    private static async IAsyncEnumerable<object?> ToldAsync(IAsyncEnumerable<ToldChange> stream, ApiCall call, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var changes = stream.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await changes.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RefusedException refused)
            {
                throw new GraphQLException(call.ErrorOf(refused.Refusal));
            }

            yield return changes.Current;
        }
    }

    private async IAsyncEnumerable<ToldChange> FollowAsync(
        ResolveContext context, ApiCall call, EntityDescriptor entity, Filter? where, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var open = counts.Open(call.Scope);
        var (hash, selected) = (GrantHash.Of(call.Scope.Rights, call.Scope.Schema), SelectedRecords(context));
        await CheckFilterAsync(call, entity, where, cancellationToken);
        var place = await LogReader.EndAsync(call.Scope, cancellationToken);
        using var follower = call.Scope.Database.Bell.Follow(call.Scope.TenantId);

        // Looked at once: something may have been written before anybody listened.
        for (var (isRung, looked) = (true, clock.GetTimestamp()); ; isRung = await follower.WaitAsync(BetweenChecks, clock, cancellationToken))
        {
            if (!isRung && clock.GetElapsedTime(looked) < BetweenLooks)
            {
                Demand(await call.Look(cancellationToken), hash);
                continue;
            }

            looked = clock.GetTimestamp();
            for (var hasMore = true; hasMore;)
            {
                var scope = Demand(await call.Reopen(cancellationToken), hash);
                var records = new FeedRecords(context, call.Reading, scope, selected, where);
                var page = await call.Feed.ReadAsync(scope, new FeedQuestion([entity], PageSize, where), place, records.SeeAsync, cancellationToken)
                    ?? throw new RefusedException(Refusal.Of(ApiMessages.Resync));
                var changes = new Queue<FeedChange>(await records.CompleteAsync(page.Changes, cancellationToken));
                var read = clock.GetTimestamp();
                while (changes.TryDequeue(out var change))
                {
                    yield return new ToldChange(change, records);
                    if (changes.Count > 0 && clock.GetElapsedTime(read) > Fresh)
                    {
                        scope = Demand(await call.Reopen(cancellationToken), hash);
                        records = new FeedRecords(context, call.Reading, scope, selected, where);
                        changes = new(await records.StillAsync(changes, cancellationToken));
                        read = clock.GetTimestamp();
                    }
                }

                (place, hasMore) = (page.Next, page.HasMore);
            }
        }
    }

    /// <summary>The ledger of a caller whose rights are the same.</summary>
    private static Tenancy.LedgerScope Demand(Tenancy.LedgerScope scope, byte[] hash) =>
        GrantHash.Of(scope.Rights, scope.Schema).AsSpan().SequenceEqual(hash) ? scope : throw new RefusedException(Refusal.Of(ApiMessages.Resync));

    /// <summary>A filter that can't be is refused when the subscription is opened, not when something changes.</summary>
    private static async Task CheckFilterAsync(ApiCall call, EntityDescriptor entity, Filter? where, CancellationToken cancellationToken)
    {
        if (where is not null)
        {
            await call.Reading.ReadRecordsAsync(call.Scope, entity, [0], [new FieldSelection(SystemFields.Id)], cancellationToken, where);
        }
    }

    private static IReadOnlyList<SelectedField> SelectedRecords(ResolveContext context) =>
        [.. context.Selected.SelectionOf((ObjectType)context.Selected.Type.Innermost).Fields.Where(field => !field.IsTypeName && field.Field.Name == FeedTypes.Record)];
}
