using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>What records come to, as the API tells it.</summary>
public sealed class AggregateFieldTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Figures_come_by_groups_in_the_order_of_their_keys(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            var owner = gates.Owner(tenant);
            var customer = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "One"), ("owner", TestGates.Anna)));
            foreach (var (number, day, amount) in new[] { ("1", "2026-01-31T20:00:00Z", 1.5m), ("2", "2026-02-15T00:00:00Z", 2m), ("3", "2026-03-01T00:00:00Z", 4m * tenant) })
            {
                await gates.DoneAsync(owner, WriteGateTests.Create("order", ("customer", customer), ("number", number), ("orderedAt", day), ("amount", amount), ("currency", "CNY")));
            }
        }

        const string Months = """
            { ordersAggregate(groupBy: [{ field: orderedAt, by: MONTH }, { field: currency }]) {
                __typename keys n: count sum(field: amount) minimum(field: orderedAt) maximum(field: amount) average(field: amount) distinct(field: number) half: percentile(field: amount, percent: 50) } }
            """;

        // The evening of January 31st in UTC is February already in Shanghai.
        Assert.Equal(
            """[{"__typename":"OrderAggregate","keys":["2026-02-01","CNY"],"n":2,"sum":3.5,"minimum":"2026-01-31T20:00:00.000Z","maximum":2,"average":1.75,"distinct":2,"half":1.5},"""
            + """{"__typename":"OrderAggregate","keys":["2026-03-01","CNY"],"n":1,"sum":4,"minimum":"2026-03-01T00:00:00.000Z","maximum":4,"average":4,"distinct":1,"half":4}]""",
            (await api.DataAsync(gates.Owner(), Months))["ordersAggregate"]!.Text());
        Assert.Equal(
            """{"all":[{"keys":[],"count":3}],"none":[{"count":0,"sum":0,"average":null}],"customers":[{"keys":["acc_000000000000b","organisation"]}]}""",
            (await api.DataAsync(gates.Owner(), "{ all: ordersAggregate { keys count } none: ordersAggregate(where: { number: { equals: \"9\" } }) { count sum(field: amount) average(field: amount) } customers: customersAggregate(groupBy: [{ field: owner }, { field: kind }]) { keys } }")).Text());
        Assert.Equal(
            """{"customers":{"nodes":[{"ordersAggregate":{"count":2,"sum":6,"__typename":"OrderTotals","maximum":"2026-03-01T00:00:00.000Z"}}]}}""",
            (await api.DataAsync(gates.Owner(), "{ customers { nodes { ordersAggregate(where: { amount: { greater: 1.5 } }) { count sum(field: amount) __typename maximum(field: orderedAt) } } } }")).Text());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Own_texts_and_times_are_grouped_by_as_built_in_ones_are(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider, RandomFields.Extend(BuiltInEntities.Schema));
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        foreach (var (tenant, texts) in new[] { (TestLedger.Acme, new[] { "Gold", "gold", "银" }), (TestLedger.Globex, ["other"]) })
        {
            foreach (var (at, text) in texts.Index())
            {
                // The evening of January 31st in UTC is February already in Shanghai, and a Sunday.
                await gates.DoneAsync(gates.Owner(tenant), WriteGateTests.Create(
                    "customer", ("name", $"Customer {at}"), ("ownText", text), ("ownDate", $"2026-0{1 + at}-05"), ("ownMoment", $"2026-0{1 + at}-{(at == 1 ? 28 : 31)}T20:00:00Z")));
            }

            await gates.DoneAsync(gates.Owner(tenant), WriteGateTests.Create("customer", ("name", "Without any")));
        }

        foreach (var (groupBy, expected) in new[]
        {
            ("{ field: ownText }", """{"keys":[null],"count":1},{"keys":["Gold"],"count":2},{"keys":["银"],"count":1}"""),
            ("{ field: ownDate }", """{"keys":[null],"count":1},{"keys":["2026-01-05"],"count":1},{"keys":["2026-02-05"],"count":1},{"keys":["2026-03-05"],"count":1}"""),
            ("{ field: ownDate, by: QUARTER }, { field: ownText }", """{"keys":[null,null],"count":1},{"keys":["2026-01-01","Gold"],"count":2},{"keys":["2026-01-01","银"],"count":1}"""),
            ("{ field: ownMoment }", """{"keys":[null],"count":1},{"keys":["2026-02-01"],"count":1},{"keys":["2026-03-01"],"count":1},{"keys":["2026-04-01"],"count":1}"""),
            ("{ field: ownMoment, by: WEEK }", """{"keys":[null],"count":1},{"keys":["2026-01-26"],"count":1},{"keys":["2026-02-23"],"count":1},{"keys":["2026-03-30"],"count":1}"""),
            ("{ field: ownMoment, by: YEAR }", """{"keys":[null],"count":1},{"keys":["2026-01-01"],"count":3}"""),
        })
        {
            Assert.Equal((groupBy, $"[{expected}]"), (groupBy, (await api.DataAsync(gates.Owner(), $"{{ customersAggregate(groupBy: [{groupBy}]) {{ keys count }} }}"))["customersAggregate"]!.Text()));
        }
    }

    [Fact]
    public async Task What_is_no_percentile_is_told_as_it_was_given()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        foreach (var given in new[] { "abc", "101" })
        {
            Assert.Contains($"{given} is no percentile.", await api.AnswerAsync(gates.Owner(), $"{{ ordersAggregate {{ percentile(field: amount, percent: \"{given}\") }} }}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_field_that_is_not_clear_is_none_to_reckon_with()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna, RoleTemplates.Restricted(gates.Schema));
        var schema = api.SchemaOf(anna);
        Assert.NotNull(schema.ElementAt("CustomerAggregateField.orderCount"));
        Assert.All(["CustomerAggregateField.creditLimit", "CustomerGroupField.creditLimit"], coordinate => Assert.Null(schema.ElementAt(coordinate)));
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", await api.CodeAsync(anna, "{ customersAggregate { sum(field: creditLimit) } }"));
    }
}
