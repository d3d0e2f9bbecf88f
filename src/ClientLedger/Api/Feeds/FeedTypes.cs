using ClientLedger.Api.Schemas;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.History.Feeds;
using ClientLedger.Shared;

namespace ClientLedger.Api.Feeds;

/// <summary>The types of the change feed.</summary>
internal static class FeedTypes
{
    public const string Feed = "ChangeFeed", Change = "RecordChange", Changes = "changes", Record = "record", After = "after", First = "first", Entities = "entities";

    /// <summary>Changes of a page where nothing is said.</summary>
    public const int UsualSize = 100;

    /// <summary>Adds the types.</summary>
    public static void Add(SchemaBuilder schema)
    {
        schema.AddObject(Change, type => type.Describe("What became of a record: it has changed, or you don't see it any more.")
            .Field("id", "ID!", field => Of(field, "The record.", change => RecordIds.Format(change.Change.Entity.IdPrefix, change.Change.Id)))
            .Field("entity", "String!", field => Of(field, "What kind of record it is, by the name of its entity.", change => change.Change.Entity.Name))
            .Field("kind", "ChangeKind", field => Of(field, "What was done last; null when it is gone.", change => change.Change.Verb is { } verb ? EnumNames.Of(verb) : null))
            .Field("at", ApiScalars.DateTime, field => Of(field, "When that was; null when it is gone.", change => change.Change.At))
            .Field("gone", "Boolean!", field => Of(field, "You don't see it any more: it was deleted, or was given to somebody else. Drop it, and what you hold below it.", change => change.Change.IsGone))
            .Field(Record, TypeNames.Node, field => field.Describe("The record as you see it now; null when it is gone.")
                .Write(static (context, output) =>
                {
                    var told = (ToldChange)context.Source!;
                    told.Records.Write(output, context.Selected, told.Change);
                    return ValueTask.CompletedTask;
                })));
        schema.AddObject(Feed, type => type.Describe("Some changes, and where to go on.")
            .Field(Changes, $"[{Change}!]!", field => OfPage(field, "Each record once: first what is gone, then what has changed, in the order of the changes.", page => page.Changes))
            .Field("cursor", "String!", field => OfPage(field, "Where to go on: the next `after`. Keep it together with what you have made of the changes.", page => page.Cursor))
            .Field("hasMore", "Boolean!", field => OfPage(field, "There are more changes; ask at once. Otherwise ask again when you like.", page => page.HasMore))
            .Field("resync", "Boolean!", field => OfPage(
                field,
                "What you may see has changed. Ask `nodes` for all that you hold, take over what comes and drop what is null; read the lists for what you lack; then go on from `cursor`. It is said once.",
                page => page.IsResync)));
    }

    /// <summary>Adds the field at the root.</summary>
    public static void AddTo(FieldsBuilder root) => root.Field(Changes, Feed + "!", field => field
        .Describe("What has changed since, of all that you see: for a copy that stays current. Without `after` it tells nothing but a cursor, from which everything follows that changes from now on: take one, then read what there is, then follow.")
        .Argument(After, "String", text: "The cursor of the answer before. It is yours, and goes with the same `entities`.")
        .Argument(First, "Int", text: $"How many changes, 1 to {LogFeed.MostChanges}; {UsualSize} where nothing is said.")
        .Argument(Entities, "[String!]", text: "Changes of these kinds of records alone, by the names of their entities; of all where nothing is said.")
        .ListSize(UsualSize, [First], [Changes], requireOne: false)
        .Cost(10)
        .Resolve(static async context => await FeedFields.ReadAsync(context)));

    private static FieldBuilder Of(FieldBuilder field, string text, Func<ToldChange, object?> value) =>
        field.Describe(text).Resolve(context => new(value((ToldChange)context.Source!)));

    private static FieldBuilder OfPage(FieldBuilder field, string text, Func<ToldPage, object?> value) =>
        field.Describe(text).Resolve(context => new(value((ToldPage)context.Source!)));
}

/// <summary>A change with the records that were read.</summary>
internal sealed record ToldChange(FeedChange Change, FeedRecords Records);

/// <summary>An answer of the feed.</summary>
internal sealed record ToldPage(IReadOnlyList<ToldChange> Changes, string Cursor, bool HasMore, bool IsResync);
