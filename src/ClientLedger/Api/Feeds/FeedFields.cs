using ClientLedger.Fields;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.History.Feeds;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Feeds;

/// <summary>Answers the change feed.</summary>
internal static class FeedFields
{
    /// <summary>The page that the arguments ask for.</summary>
    public static async Task<ToldPage> ReadAsync(ResolveContext context)
    {
        var call = ApiCall.Of(context);
        try
        {
            return await ReadAsync(context, call);
        }
        catch (RefusedException refused)
        {
            throw new GraphQLException(call.ErrorOf(refused.Refusal));
        }
    }

    /// <summary>The entities of some names, each once and in the order of their ids.</summary>
    /// <param name="names">Null for all that the caller knows of.</param>
    /// <param name="argument">Where the names stand, for the refusal.</param>
    /// <exception cref="RefusedException">The caller knows of none of a name.</exception>
    public static IReadOnlyList<EntityDescriptor> EntitiesOf(LedgerScope scope, IReadOnlyList<string>? names, string argument = FeedTypes.Entities)
    {
        var known = scope.Schema.Entities.Where(entity => ShownFields.IsKnown(scope, entity.Name)).ToList();
        return names?.FirstOrDefault(name => !known.Exists(entity => entity.Name == name)) is { } unknown
            ? throw new RefusedException(Refusal.Of(ReadMessages.EntityUnknown, ("entity", unknown)) with { Field = argument })
            : [.. known.Where(entity => names?.Contains(entity.Name) ?? true)];
    }

    private static async Task<ToldPage> ReadAsync(ResolveContext context, ApiCall call)
    {
        var (scope, cancellation) = (call.Scope, context.CancellationToken);
        var names = context.Argument<IReadOnlyList<object?>>(FeedTypes.Entities)?.Select(name => (string)name!).ToList();
        var entities = EntitiesOf(scope, names);

        // Whoever asks for all goes on doing so when there are others.
        var kinds = names is null ? FeedCursor.All : string.Join(',', entities.Select(entity => entity.Name));
        var size = context.Argument<int?>(FeedTypes.First) ?? FeedTypes.UsualSize;
        if (size is < 1 or > LogFeed.MostChanges)
        {
            throw new RefusedException(Refusal.Of(ReadMessages.SizeOutOfRange, ("size", size), ("least", 1), ("most", LogFeed.MostChanges)) with { Field = FeedTypes.First });
        }

        if (context.Argument<string>(FeedTypes.After) is not { } after)
        {
            return Page([], await LogReader.EndAsync(scope, cancellation), hasMore: false, isResync: false);
        }

        var (place, isSameSight) = FeedCursor.Open(scope, kinds, after) ?? throw new RefusedException(Refusal.Of(ApiMessages.FeedCursorInvalid) with { Field = FeedTypes.After });
        if (!isSameSight)
        {
            // What changed meanwhile is still told; what went out of sight the client finds out by itself.
            var end = await LogReader.EndAsync(scope, cancellation);
            return Page([], place with { Began = end.Number }, hasMore: true, isResync: true);
        }

        var records = new FeedRecords(context, call.Reading, scope, SelectedRecords(context));
        var page = await call.Feed.ReadAsync(scope, new FeedQuestion(entities, size), place, records.SeeAsync, cancellation);
        return page is null
            ? Page([], await LogReader.EndAsync(scope, cancellation), hasMore: false, isResync: true)
            : Page([.. (await records.CompleteAsync(page.Changes, cancellation)).Select(change => new ToldChange(change, records))], page.Next, page.HasMore, isResync: false);

        ToldPage Page(IReadOnlyList<ToldChange> changes, FeedPlace next, bool hasMore, bool isResync) =>
            new(changes, FeedCursor.Seal(scope, kinds, next, call.Reading.Random), hasMore, isResync);
    }

    /// <summary>Where the document asks for records of changes.</summary>
    private static IReadOnlyList<SelectedField> SelectedRecords(ResolveContext context) =>
        [.. Below(context.Selected, FeedTypes.Changes).SelectMany(changes => Below(changes, FeedTypes.Record))];

    private static IEnumerable<SelectedField> Below(SelectedField field, string name) =>
        field.SelectionOf((ObjectType)field.Type.Innermost).Fields.Where(selected => !selected.IsTypeName && selected.Field.Name == name);
}
