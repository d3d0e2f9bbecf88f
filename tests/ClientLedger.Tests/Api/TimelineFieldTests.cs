using System.Globalization;
using System.Text.Json.Nodes;
using ClientLedger.Customers;
using ClientLedger.GraphQL.Types;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Oracle;
using ClientLedger.Tests.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>A customer's timeline: everything that happened, of all kinds, in one list that is paged and nested like any other.</summary>
public sealed class TimelineFieldTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Entries_of_all_kinds_come_in_one_order_each_with_its_record(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        foreach (var (tenant, name) in new[] { (TestLedger.Acme, "Acme's"), (TestLedger.Globex, "Globex's") })
        {
            var owner = gates.Owner(tenant);
            var customer = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", name), ("owner", TestGates.Anna)));
            var order = await gates.DoneAsync(owner, WriteGateTests.Create("order", ("customer", customer), ("number", name), ("orderedAt", "2026-03-01T00:00:00Z"), ("amount", 4m), ("currency", "CNY")));
            await gates.DoneAsync(owner, WriteGateTests.Create("orderLine", ("order", order), ("description", "A line"), ("quantity", 1m), ("unitPrice", 4m)));
            await gates.DoneAsync(owner, WriteGateTests.Create("payment", ("customer", customer), ("paidAmount", 4m), ("currency", "CNY"), ("paidOn", "2026-03-01")));
            await gates.DoneAsync(owner, WriteGateTests.Create("payment", ("customer", customer), ("dueAmount", 5m), ("currency", "CNY")));
        }

        // A day begins in Shanghai before it does in UTC; what nobody has dated comes last.
        const string Document = """
            { customers { nodes { name timeline {
                __typename
                nodes { __typename at record { kind: __typename ... on Order { number lines { nodes { description } } } ... on Payment { paidAmount } } }
                pageInfo { hasNextPage hasPreviousPage } } } } }
            """;
        Assert.Equal(
            """{"customers":{"nodes":[{"name":"Acme's","timeline":{"__typename":"TimelineConnection","nodes":["""
            + """{"__typename":"TimelineEntry","at":"2026-03-01T00:00:00.000Z","record":{"kind":"Order","number":"Acme's","lines":{"nodes":[{"description":"A line"}]}}},"""
            + """{"__typename":"TimelineEntry","at":"2026-02-28T16:00:00.000Z","record":{"kind":"Payment","paidAmount":4}},"""
            + """{"__typename":"TimelineEntry","at":null,"record":{"kind":"Payment","paidAmount":null}}]"""
            + ""","pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}}]}}""",
            (await api.DataAsync(gates.Owner(), Document)).Text());
        Assert.Equal(
            """{"payments":{"nodes":[{"customer":{"name":"Globex's","timeline":{"edges":[{"node":{"at":"2026-03-01T00:00:00.000Z"}}],"pageInfo":{"hasNextPage":true}}}}]}}""",
            (await api.DataAsync(gates.Owner(TestLedger.Globex), "{ payments(first: 1) { nodes { customer { name timeline(first: 1) { edges { node { at } } pageInfo { hasNextPage } } } } } }")).Text());
        Assert.Equal("""{"customers":{"nodes":[{"timeline":{"__typename":"TimelineConnection"}}]}}""", (await api.DataAsync(gates.Owner(), "{ customers { nodes { timeline { __typename } } } }")).Text());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Pages_tell_what_the_caller_may_see_and_nothing_twice(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(331, output), customers: 40);
        var api = new ApiCase(BuiltInEntities.Schema, twin.Reading, twin.Writing);
        var (compared, without) = (0, 0);
        for (var i = 0; i < Depth.Count(100); i++)
        {
            var scope = twin.Open(i % 4 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2));
            var sight = twin.World.Sight(scope);
            var isThere = (api.SchemaOf(scope).TypeNamed("Customer") as ObjectType) is { } type && api.SchemaOf(scope).FieldsOf(type).Find("timeline") is not null;
            Assert.Equal(scope.Rights.On("customer").Grants.Count > 0 && CustomerTimeline.Kinds(scope.Rights).Count > 0, isThere);
            foreach (var customer in isThere ? twin.World.Chance.Some(sight.Live("customer"), 5) : [])
            {
                var id = RecordIds.Format("cus", customer.Id);
                Assert.Equal(PlainTimeline.Of(sight, customer), await PagesAsync(api, scope, id, first: twin.World.Chance.Between(1, 7)));
                compared++;
            }

            without += isThere ? 0 : 1;
        }

        Assert.True(compared > 20, $"Only {compared} timelines could be compared; {without} callers had none.");
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Lists_within_entries_are_read_of_those_alone_that_are_shown(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var watched = new WatchedLedger(gates.Database);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            var owner = gates.Owner(tenant);
            var customer = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "One"), ("owner", TestGates.Anna)));
            for (var day = 1; day <= 3; day++)
            {
                var order = await gates.DoneAsync(owner, WriteGateTests.Create("order", ("customer", customer), ("orderedAt", $"2020-03-0{day}T00:00:00Z"), ("amount", 4m), ("currency", "CNY")));
                await gates.DoneAsync(owner, WriteGateTests.Create("orderLine", ("order", order), ("description", $"Of {day}"), ("quantity", 1m), ("unitPrice", 4m)));
                await gates.DoneAsync(owner, WriteGateTests.Create("note", ("customer", customer), ("body", $"Of {day}")));
            }
        }

        var scope = PlainScope.Of(TestLedger.Acme, gates.Schema, gates.Owner().Rights, watched, TestGates.Secrets(TestLedger.Acme));
        var api = new ApiCase(gates.Schema, gates.Reading, gates.Writing) { TellsCost = true };
        var answer = JsonNode.Parse(await api.AnswerAsync(scope, "{ customers { nodes { timeline(first: 4) { nodes { record { ... on Order { lines { nodes { description } } } } } pageInfo { hasNextPage } } } } }"))!;

        // The notes were written later: three of them stand before the latest order.
        Assert.Equal("""[{},{},{},{"lines":{"nodes":[{"description":"Of 3"}]}}]""", new JsonArray([.. answer["data"]!["customers"]!["nodes"]![0]!["timeline"]!["nodes"]!.AsArray().Select(node => node!["record"]!.DeepClone())]).Text());
        Assert.Equal(1, watched.Statements.Single(statement => statement.Text.Contains("OrderLines", StringComparison.Ordinal)).Rows);
        Assert.Equal(2 + CustomerTimeline.MostKinds, watched.Statements.Count);
        Assert.True(watched.Statements.Sum(statement => statement.Rows) <= (double)answer["extensions"]!["cost"]!["typeCost"]!);
    }

    [Fact]
    public async Task A_place_that_is_none_and_a_size_that_is_none_are_refused()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await gates.DoneAsync(gates.Owner(tenant), WriteGateTests.Create("customer", ("name", "One"), ("owner", TestGates.Anna)));
            foreach (var (arguments, code) in new[]
            {
                ("after: \"yesterday\"", ReadMessages.CursorInvalid), ("after: \"~orders~cus_0000000000000\"", ReadMessages.CursorInvalid),
                ("first: 0", ReadMessages.SizeOutOfRange), ("first: 501", ReadMessages.SizeOutOfRange),
            })
            {
                Assert.Equal((arguments, code.Code), (arguments, await api.CodeAsync(gates.Owner(tenant), $"{{ customers(first: 1) {{ nodes {{ timeline({arguments}) {{ nodes {{ at }} }} }} }} }}")));
            }
        }
    }

    /// <summary>All entries of a customer, page by page.</summary>
    private static async Task<List<(string Id, DateTime? At)>> PagesAsync(ApiCase api, LedgerScope scope, string customer, int first)
    {
        var told = new List<(string, DateTime?)>();
        for (string? after = null; ;)
        {
            var data = await api.DataAsync(
                scope,
                "query($id: ID!, $first: Int, $after: String) { customer(id: $id) { timeline(first: $first, after: $after) { edges { cursor node { at record { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }",
                new { id = customer, first, after });
            var page = data["customer"]!["timeline"]!;
            var edges = page["edges"]!.AsArray();
            told.AddRange(edges.Select(edge => (edge!["node"]!["record"]!["id"]!.GetValue<string>(), MomentOf(edge["node"]!["at"]))));
            var facts = page["pageInfo"]!;
            Assert.Equal(after is not null, facts["hasPreviousPage"]!.GetValue<bool>());
            Assert.Equal((edges.FirstOrDefault()?["cursor"]?.GetValue<string>(), edges.LastOrDefault()?["cursor"]?.GetValue<string>()), (facts["startCursor"]?.GetValue<string>(), facts["endCursor"]?.GetValue<string>()));
            if (!facts["hasNextPage"]!.GetValue<bool>())
            {
                return told;
            }

            Assert.Equal(first, edges.Count);
            after = facts["endCursor"]!.GetValue<string>();
        }
    }

    private static DateTime? MomentOf(JsonNode? at) =>
        at is null ? null : DateTime.Parse(at.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
