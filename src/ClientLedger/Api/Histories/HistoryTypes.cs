using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Api.Queries;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Writing;

namespace ClientLedger.Api.Histories;

/// <summary>What happened to a record, as far as the caller may see it.</summary>
internal static class HistoryTypes
{
    private const string Entry = "HistoryEntry", Edge = "HistoryEdge", Connection = "HistoryConnection", Change = "FieldChange", Kind = "ChangeKind", Way = "Door", Erased = "ERASE";

    /// <summary>Adds the types.</summary>
    public static void Add(SchemaBuilder schema)
    {
        schema.AddEnum(Kind, type =>
        {
            foreach (var verb in Enum.GetValues<Verb>().Where(verb => verb != Verb.Upsert))
            {
                type.Value(EnumNames.Of(verb), text: verb switch
                {
                    Verb.Create => "It was made.",
                    Verb.Update => "It was changed.",
                    Verb.Delete => "It was deleted; it can be brought back.",
                    Verb.Restore => "It was brought back.",
                    _ => "Somebody looked, and nothing had changed.",
                });
            }

            type.Describe("What was done to a record.").Value(Erased, text: "Its values were erased for good.");
        });
        schema.AddEnum(Way, type =>
        {
            type.Describe("The way by which a change came.");
            foreach (var door in Enum.GetValues<Door>())
            {
                type.Value(EnumNames.Of(door), door, door switch
                {
                    Door.Page => "A form on a page.",
                    Door.Api => "This API.",
                    Door.Import => "A file that was imported.",
                    Door.Job => "Work of the ledger's own.",
                    Door.Restore => "An earlier state that was brought back from the history.",
                    _ => "What the ledger began with.",
                });
            }
        });
        schema.AddObject(Entry, type => type.Describe("One change of a record.")
            .Field("version", ApiScalars.Long + "!", field => Of(field, "The record's version after it.", entry => entry.Entry.Version))
            .Field("at", ApiScalars.DateTime + "!", field => Of(field, "When it was made.", entry => entry.Entry.At))
            .Field("actor", "String!", field => Of(field, "Who made it, by the name of that day.", entry => entry.Entry.Actor))
            .Field("actorId", "ID", field => Of(field, "The account or key of who made it; null for what the ledger did by itself.", entry => ActorOf(entry.Entry)))
            .Field("door", Way + "!", field => Of(field, "The way by which it came.", entry => entry.Entry.Door))
            .Field("kind", Kind + "!", field => Of(field, "What was done.", entry => Enum.IsDefined(entry.Entry.Verb) ? EnumNames.Of(entry.Entry.Verb) : Erased))
            .Field("reason", "String", field => Of(field, "Why, in the words of who made it.", entry => entry.Entry.Reason))
            .Field("changes", $"[{Change}!]!", field => Of(field, "The fields that changed, of those that you see as they are.", entry => entry.Changes)));
        schema.AddObject(Edge, type => type.Describe("A change with its place.")
            .Field("cursor", "String!", field => field.Describe("The place.").Resolve(static context => new(((ShownEntry)context.Source!).Cursor)))
            .Field("node", Entry + "!", field => field.Describe("The change.").Resolve(static context => new(context.Source))));
        schema.AddObject(Connection, type => type.Describe("A page of a record's changes.")
            .Field("edges", $"[{Edge}!]!", field => field.Describe("The changes with their places.").Resolve(static context => new(((ShownPage)context.Source!).Entries)))
            .Field("nodes", $"[{Entry}!]!", field => field.Describe("The changes.").Resolve(static context => new(((ShownPage)context.Source!).Entries)))
            .Field("pageInfo", TypeNames.PageInfo + "!", field => field.Describe("Where the page lies.").Resolve(static context => new(context.Source))));
        schema.AddObject(Change, type => type.Describe("A field that changed.")
            .Field("field", "String!", field => field.Describe("Its name.").Resolve(static context => new(((ShownChange)context.Source!).Change.Field.Name)))
            .Field("before", ApiScalars.Json, field => field.Describe("Its value before.").Resolve(static context => new(((ShownChange)context.Source!).Value(change => change.Before))))
            .Field("after", ApiScalars.Json, field => field.Describe("Its value after.").Resolve(static context => new(((ShownChange)context.Source!).Value(change => change.After)))));
    }

    /// <summary>Adds the field at the root.</summary>
    public static void AddTo(FieldsBuilder root) => root.Field("history", Connection, field => field
        .Describe("What happened to a record, deleted or not, the newest first.")
        .Argument("id", "ID!", text: "The record.")
        .Argument("field", "String", text: "Changes of this field alone.")
        .Argument(Page.First, "Int", text: $"How many changes, 1 to {LedgerQuery.LargestPage}; {Page.UsualSize} where nothing is said.")
        .Argument(Page.After, "String", text: "The page begins behind this cursor, with older changes.")
        .ListSize(Page.UsualSize, [Page.First], ["edges", "nodes"], requireOne: false)
        .Resolve(static async context => await ReadAsync(context)));

    private static async Task<object?> ReadAsync(ResolveContext context)
    {
        var call = ApiCall.Of(context);
        var text = context.Argument<string>("id")!;
        try
        {
            foreach (var entity in call.Scope.Schema.Entities)
            {
                if (RecordIds.TryParse(text, entity.IdPrefix, out var id))
                {
                    return await ReadAsync(context, call, entity, id);
                }
            }
        }
        catch (RefusedException refused)
        {
            throw new GraphQL.Errors.GraphQLException(call.ErrorOf(refused.Refusal));
        }

        // What is no id at all is no record either.
        throw new GraphQL.Errors.GraphQLException(call.ErrorOf(Refusal.Of(ApiMessages.IdUnreadable, ("value", ValueMessages.Shown(text))) with { Field = SystemFields.Id }));
    }

    private static async Task<ShownPage> ReadAsync(ResolveContext context, ApiCall call, EntityDescriptor entity, long id)
    {
        var size = context.Argument<int?>(Page.First) ?? Page.UsualSize;
        if (size is < 1 or > LedgerQuery.LargestPage)
        {
            throw new RefusedException(Refusal.Of(ReadMessages.SizeOutOfRange, ("size", size), ("least", 1), ("most", LedgerQuery.LargestPage)) with { Field = Page.First });
        }

        HistoryPlace? behind = context.Argument<string>(Page.After) is { } after ? HistoryPlace.Open(call.Scope, entity.Name, id, after) : null;

        // One more tells whether there are others.
        var entries = await call.History.ReadAsync(call.Scope, entity.Name, id, context.Argument<string>("field"), behind, context.CancellationToken, size + 1);
        return new ShownPage([.. entries.Take(size).Select(entry => new ShownEntry(entry, entity, id, call))], entries.Count > size, behind is not null);
    }

    private static string? ActorOf(HistoryEntry entry) => entry.ActorKind switch
    {
        ActorKind.System => null,
        ActorKind.Client => ApiKeys.IdOf(entry.ActorId),
        _ => RecordIds.Format(RecordIds.Account, entry.ActorId),
    };

    private static FieldBuilder Of(FieldBuilder field, string text, Func<ShownEntry, object?> value) =>
        field.Describe(text).Resolve(context => new(value((ShownEntry)context.Source!)));

    /// <summary>A page; also what its <c>pageInfo</c> is read from.</summary>
    private sealed record ShownPage(IReadOnlyList<ShownEntry> Entries, bool HasNextPage, bool HasPreviousPage)
    {
        public string? StartCursor => Entries is [var first, ..] ? first.Cursor : null;

        public string? EndCursor => Entries is [.., var last] ? last.Cursor : null;
    }

    private sealed record ShownEntry(HistoryEntry Entry, EntityDescriptor Entity, long Id, ApiCall Call)
    {
        public string Cursor => Entry.Place.Seal(Call.Scope, Entity.Name, Id, Call.Reading.Random);

        public IReadOnlyList<ShownChange> Changes =>
            [.. Entry.Changes.Where(change => !CallerSchema.IsDangling(Call.Scope.Rights, change.Field)).Select(change => new ShownChange(change, Call.Scope.Schema))];
    }

    /// <summary>A change whose values are shown as the record's fields are.</summary>
    private sealed record ShownChange(LoggedChange Change, LedgerSchema Schema)
    {
        public object? Value(Func<LoggedChange, object?> of) => ShownValue.Of(Change.Field, of(Change), Schema);
    }
}
