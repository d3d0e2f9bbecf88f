using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Api.Queries;
using ClientLedger.Customers;
using ClientLedger.GraphQL.Types;
using ClientLedger.Reading;

namespace ClientLedger.Api.Schemas;

/// <summary>What happened with a customer, of all kinds, in one list.</summary>
internal static class TimelineTypes
{
    public const string Field = "timeline", At = "at", Record = "record";

    private const string Connection = "TimelineConnection", Edge = "TimelineEdge", Entry = "TimelineEntry";

    /// <summary>The types, which exist for who sees some kind of entry.</summary>
    public static IReadOnlyList<string> All { get; } = [Connection, Edge, Entry];

    /// <summary>The caller sees customers, and something that happened with them.</summary>
    public static bool IsFor(Rights rights) => rights.On(CustomerFields.Entity.Name).Grants.Count > 0 && CustomerTimeline.Kinds(rights).Count > 0;

    /// <summary>Adds the types and the customer's field.</summary>
    public static void Add(SchemaBuilder schema)
    {
        // As many records are read of each kind as the page has, and one more tells whether there are others: that is what an entry and a page weigh.
        var weight = CustomerTimeline.MostKinds.ToString(CultureInfo.InvariantCulture);
        schema.Sdl($$"""
            "A page of what happened with a customer, the newest first."
            type {{Connection}} @cost(weight: "{{weight}}") {
              "The entries with their places."
              edges: [{{Edge}}!]!
              "The entries."
              nodes: [{{Entry}}!]!
              "Where the page lies."
              pageInfo: {{TypeNames.PageInfo}}!
            }

            "An entry and its place in the timeline."
            type {{Edge}} {
              "The place, for `after`."
              cursor: String!
              "The entry."
              node: {{Entry}}!
            }

            "Something that happened with a customer."
            type {{Entry}} @cost(weight: "{{weight}}") {
              "When: the moment, or where only a day is known its beginning in the tenant's zone; null where nothing is known."
              {{At}}: {{ApiScalars.DateTime}}
              "The record, of whatever kind; `... on` its type shows what is in it."
              {{Record}}: {{TypeNames.Node}}!
            }
            """);
        schema.AddField(TypeNames.Record(CustomerFields.Entity.Name), Field, Connection, field => field
            .Describe("What happened with the customer, records of all kinds that you see, the newest first.")
            .Argument(Page.First, "Int", text: $"How many entries, 1 to {LedgerQuery.LargestPage}; {Page.UsualSize} where nothing is said.")
            .Argument(Page.After, "String", text: "The page begins behind this cursor, with what is older.")
            .ListSize(Page.UsualSize, [Page.First], ["edges", "nodes"], requireOne: false));
    }
}
