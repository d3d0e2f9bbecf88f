using System.Text.Json.Nodes;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Oracle;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>The API shows what the plain ledger does, to callers with whatever rights.</summary>
public sealed class PlainLedgerTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Lists_have_the_records_of_the_plain_ledger(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(311, output), customers: 40);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        for (var i = 0; i < Depth.Count(300);)
        {
            var scope = i % 3 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2);
            var (sight, documents) = (twin.World.Sight(scope), new Documents(scope));
            if (new RandomQueries(twin.World.Chance, sight, twin.World.Values).Next() is not { } next || PlainChecks.Refuse(sight, documents.Askable(next)) is not null)
            {
                continue;
            }

            i++;
            var query = documents.Askable(next);
            var document = documents.List(query, $"nodes {{ {documents.Record(scope.Schema[query.Entity], query.Select)} }} totalCount pageInfo {{ hasNextPage hasPreviousPage }}");
            var list = (await api.DataAsync(twin.Open(scope), document))["list"]!;
            var rows = PlainQueries.Rows(sight, query);
            var expected = PlainJson.Answer(sight, query, rows.Take(query.Size))["rows"]!;
            Assert.True(JsonNode.DeepEquals(expected, Flat(list["nodes"]!)), $"{document}\nexpected {expected.ToJsonString()}\nis       {list["nodes"]!.ToJsonString()}");
            Assert.Equal((document, rows.Count, rows.Count > query.Size, false), (document, (int)list["totalCount"]!, (bool)list["pageInfo"]!["hasNextPage"]!, (bool)list["pageInfo"]!["hasPreviousPage"]!));
        }
    }

    /// <summary>What the read gate takes and the schema leaves out, each as the API says it: a document of chance must not come upon another.</summary>
    [Fact]
    public async Task Every_comparison_of_the_read_gate_has_a_document()
    {
        await using var twin = await TwinLedger.CopyAsync(Provider.Sqlite, Depth.Seed(313, output), customers: 5);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        var scope = twin.World.Owner(1);
        var (sight, documents) = (twin.World.Sight(scope), new Documents(scope));
        var filters = new RandomFilters(twin.World.Chance, sight, twin.World.Values);
        foreach (var entity in scope.Schema.Entities)
        {
            foreach (var filter in filters.Usable(entity).SelectMany(field => filters.Comparisons(entity, field)))
            {
                var query = documents.Askable(new LedgerQuery(entity.Name) { Where = filter, Select = [new FieldSelection("id")] });
                if (PlainChecks.Refuse(sight, query) is not null)
                {
                    continue;
                }

                var list = (await api.DataAsync(twin.Open(scope), documents.List(query, "totalCount")))["list"]!;
                Assert.Equal((filter, PlainQueries.Rows(sight, query).Count), (filter, (int)list["totalCount"]!));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Lists_within_records_are_walked_page_by_page_from_both_ends(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(312, output), customers: 30);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        var walked = 0;
        for (var i = 0; i < Depth.Count(200); i++)
        {
            var scope = i % 3 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2);
            var (sight, chance) = (twin.World.Sight(scope), twin.World.Chance);
            var filters = new RandomFilters(chance, sight, twin.World.Values);
            if (scope.Rights.On("customer").Grants.Count == 0 || filters.Relations(scope.Schema["customer"]).ToList() is not { Count: > 0 } relations)
            {
                continue;
            }

            var relation = chance.Pick(relations);
            var children = new ChildrenSelection("its", relation.Name, [new FieldSelection("id")])
            {
                OrderBy = new Documents(scope).Askable(scope.Schema[relation.Entity], new RandomQueries(chance, sight, twin.World.Values).Order(scope.Schema[relation.Entity])),
                First = chance.Between(1, 2),
            };
            walked += await WalkAsync(api, twin, scope, new LedgerQuery("customer") { Size = 5 }, children);
        }

        Assert.True(walked > Depth.Count(200), $"{walked} pages");
    }

    /// <summary>Walks a list within the first records, and holds every page against the plain ledger's list. Tells how many pages there were.</summary>
    private static async Task<int> WalkAsync(ApiCase api, TwinLedger twin, LedgerScope scope, LedgerQuery query, ChildrenSelection children)
    {
        var (sight, documents, entity) = (twin.World.Sight(scope), new Documents(scope), scope.Schema[query.Entity]);
        var all = children with { First = LedgerQuery.LargestPage };
        var backwards = twin.World.Chance.In(50);
        var pages = 0;
        foreach (var record in PlainQueries.Rows(sight, query).Take(query.Size))
        {
            var expected = PlainJson.Answer(sight, query with { Select = [all] }, [record])["rows"]![0]![all.Key]!.AsArray().Select(row => (string)row!["id"]!).ToList();
            var found = new List<string>();
            for (string? cursor = null; ;)
            {
                pages++;
                var page = backwards ? $"last: {children.First}{(cursor is null ? "" : $", before: \"{cursor}\"")}" : $"first: {children.First}{(cursor is null ? "" : $", after: \"{cursor}\"")}";
                var shows = documents.Children(entity, children, page, "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount");
                var list = (await api.DataAsync(twin.Open(scope), $"{{ it: {query.Entity}(id: \"{twin.IdOf(record)}\") {{ its: {shows} }} }}"))["it"]!["its"]!;
                var ids = list["edges"]!.AsArray().Select(edge => (string)edge!["node"]!["id"]!).ToList();
                found.InsertRange(backwards ? 0 : found.Count, ids);
                Assert.Equal(expected.Count, (int)list["totalCount"]!);
                Assert.Equal(ids.Count == 0, list["pageInfo"]!["endCursor"] is null);
                var isLast = found.Count == expected.Count;
                Assert.Equal(!isLast, (bool)list["pageInfo"]![backwards ? "hasPreviousPage" : "hasNextPage"]!);
                Assert.Equal(cursor is not null, (bool)list["pageInfo"]![backwards ? "hasNextPage" : "hasPreviousPage"]!);
                if (isLast)
                {
                    break;
                }

                cursor = (string)list["pageInfo"]![backwards ? "startCursor" : "endCursor"]!;
            }

            Assert.Equal(expected, found);
        }

        return pages;
    }

    /// <summary>Lists within records, and what they come to, as the plain ledger shows them.</summary>
    private static JsonNode? Flat(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(Flat)]),
        JsonObject list when list.Count == 1 && list.ContainsKey("nodes") => Flat(list["nodes"]),
        JsonObject totals when totals.Count == 1 && totals.ContainsKey("figure") => Flat(totals["figure"]),
        JsonObject row => new JsonObject(row.Select(each => KeyValuePair.Create(each.Key, Flat(each.Value)))),
        _ => node?.DeepClone(),
    };
}
