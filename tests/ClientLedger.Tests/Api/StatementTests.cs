using System.Text.Json.Nodes;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Oracle;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>However deep a document is, each list is one statement, and nothing is asked once for each record.</summary>
public sealed class StatementTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_list_is_one_statement()
    {
        await using var twin = await TwinLedger.CopyAsync(Provider.Postgres, Depth.Seed(321, output), customers: 20);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        var scope = twin.Open(twin.World.Owner(1));
        for (var i = 0; i < Depth.Count(100); i++)
        {
            var customers = scope.Schema["customer"];
            var (shows, lists) = Record(twin.World.Chance, scope.Schema, customers, depth: twin.World.Chance.Between(0, 3));
            var counts = twin.World.Chance.In(50);
            var document = $"{{ customers(first: 3) {{ nodes {{ {shows} }} {(counts ? "totalCount" : "")} }} }}";
            await api.DataAsync(scope, document);
            var statements = await StatementCount.OfAsync(() => api.DataAsync(scope, document));
            Assert.True(statements <= 1 + lists + (counts ? 1 : 0), $"{statements} statements for {1 + lists} lists{(counts ? " and a count" : "")}: {document}");
            Assert.True(statements >= 1 + (counts ? 1 : 0));
        }
    }

    [Fact]
    public async Task A_count_reads_no_records_and_a_list_counts_none()
    {
        await using var twin = await TwinLedger.CopyAsync(Provider.Postgres, Depth.Seed(322, output), customers: 5);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        var scope = twin.Open(twin.World.Owner(1));
        foreach (var (shows, expected) in new[] { ("totalCount", 1), ("nodes { id }", 1), ("nodes { id } totalCount", 2), ("edges { cursor } nodes { id } pageInfo { endCursor }", 1), ("nodes { orders { totalCount } }", 1), ("__typename", 0) })
        {
            Assert.Equal((shows, expected), (shows, await StatementCount.OfAsync(() => api.DataAsync(scope, $"{{ customers {{ {shows} }} }}"))));
        }
    }

    /// <summary>Each record, and the one more of each list that tells whether there are others, was in the price.</summary>
    [Fact]
    public async Task No_answer_reads_more_rows_than_it_was_estimated_to_have()
    {
        await using var twin = await TwinLedger.CopyAsync(Provider.Sqlite, Depth.Seed(324, output), customers: 20);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing) { TellsCost = true };
        var scope = twin.Open(twin.World.Owner(1));
        for (var i = 0; i < Depth.Count(1_000); i++)
        {
            var (shows, _) = Record(twin.World.Chance, scope.Schema, scope.Schema["customer"], depth: twin.World.Chance.Between(0, 3));
            var document = $"{{ customers(first: {twin.World.Chance.Between(1, 20)}) {{ nodes {{ {shows} }} pageInfo {{ hasNextPage }} }} }}";
            var answer = JsonNode.Parse(await api.AnswerAsync(scope, document))!;
            var rows = Rows(answer["data"]);
            var estimated = (double)answer["extensions"]!["cost"]!["typeCost"]!;
            Assert.True(rows <= estimated, $"{rows} rows, {estimated} estimated: {document}");
        }
    }

    /// <summary>Records in an answer, and one for each list that has more.</summary>
    private static int Rows(JsonNode? node) => node switch
    {
        JsonArray array => array.Sum(Rows),
        JsonObject each => (each.ContainsKey("id") ? 1 : 0) + (each["hasNextPage"] is JsonValue more && (bool)more ? 1 : 0) + each.Sum(field => Rows(field.Value)),
        _ => 0,
    };

    [Fact]
    public async Task Lists_lie_in_lists_twelve_levels_deep()
    {
        await using var twin = await TwinLedger.CopyAsync(Provider.Sqlite, Depth.Seed(323, output), customers: 5);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        var scope = twin.Open(twin.World.Owner(1));
        await api.DataAsync(scope, Nested(12));
        Assert.Equal("query.tooDeep", await api.CodeAsync(scope, Nested(13)));

        static string Nested(int levels) => "{ customers { nodes { " + string.Concat(Enumerable.Repeat("subsidiaries(first: 1) { edges { node { ", levels - 1)) + "name" + string.Concat(Enumerable.Repeat(" } } }", levels - 1)) + " } } }";
    }

    /// <summary>What a record shows down to a depth, and how many lists that has.</summary>
    private static (string Shows, int Lists) Record(Chance chance, LedgerSchema schema, EntityDescriptor entity, int depth)
    {
        List<string> shows = ["id", entity.Title];
        var lists = 0;
        foreach (var reference in depth == 0 ? [] : chance.Some(entity.Fields.Where(field => field is { Type: FieldType.Reference, Target: not null }), 1))
        {
            var (inner, of) = Record(chance, schema, schema[reference.Target!], depth - 1);
            shows.Add($"{reference.Name} {{ {inner} }}");
            lists += of;
        }

        foreach (var relation in depth == 0 ? [] : chance.Some(entity.Children, 2))
        {
            var (inner, of) = Record(chance, schema, schema[relation.Entity], depth - 1);
            shows.Add($"{relation.Name}(first: 2) {{ edges {{ cursor node {{ {inner} }} }} totalCount pageInfo {{ hasNextPage }} }}");
            lists += 1 + of;
        }

        if (depth > 0 && entity.Name == "customer" && chance.In(30))
        {
            shows.Add("timeline(first: 2) { nodes { at record { id } } pageInfo { hasNextPage endCursor } }");
            lists += CustomerTimeline.MostKinds;
        }

        return (string.Join(' ', shows), lists);
    }
}
