using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;

namespace ClientLedger.Api.Feeds;

/// <summary>What can be subscribed to.</summary>
internal static class SubscriptionTypes
{
    public const string Root = "Subscription", Entity = "entity", Where = "where", RecordWhere = "RecordWhere";

    /// <summary>Adds the root and its filter.</summary>
    public static void Add(SchemaBuilder schema, LedgerSchema entities)
    {
        schema.AddInput(RecordWhere, type =>
        {
            type.Describe("Which records, by the kind that is subscribed to: the same conditions as in its list.");
            foreach (var entity in entities.Entities)
            {
                type.Field(entity.Name, TypeNames.Where(entity.Name), text: $"Where `entity` is `{entity.Name}`.");
            }
        });
        schema.AddObject(Root, type => type.Describe("What you are told of as it happens.")
            .Field("recordChanged", FeedTypes.Change + "!", field => field
                .Describe("Changes of records of a kind from now on, each with the record as you see it at that moment. A record that satisfied `where` and doesn't any more, though you still see it, is told as gone too. "
                    + "When what you may see changes, the subscription ends with the code `api.resync`. What happens while you aren't connected, `changes` tells.")
                .Argument(Entity, "String!", text: "The kind of records, by the name of its entity.")
                .Argument(Where, RecordWhere, text: "Which records; all that you see where nothing is said.")
                .Cost(10)
                .Subscribe(static context =>
                {
                    var call = ApiCall.Of(context);
                    try
                    {
                        return new((call.Subscriptions ?? throw new InvalidOperationException("Nothing follows the log here.")).Open(context, call));
                    }
                    catch (RefusedException refused)
                    {
                        throw new GraphQLException(call.ErrorOf(refused.Refusal));
                    }
                })
                .Resolve(static context => new(context.Source))));
    }
}
