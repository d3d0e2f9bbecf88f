using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>Operations are priced by the weights and list sizes of the schema, before they run.</summary>
public sealed class CostTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .Sdl(CostDirectives.Sdl)
        .Sdl(
            """
            type Query {
              plain: Int
              me: Person
              heavy: Int @cost(weight: "7.5")
              people(first: Int, last: Int): [Person] @listSize(slicingArguments: ["first", "last"])
              some(first: Int = 4, last: Int): [Person] @listSize(assumedSize: 6, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
              five: [Person] @listSize(assumedSize: 5)
              any: [Person]
              page(page: Page): Connection @listSize(slicingArguments: ["page.first"], sizedFields: ["edges", "inner.nodes"])
              search(where: Filter, text: String @cost(weight: "3")): Int
              beings: [Being] @listSize(assumedSize: 2)
            }
            type Mutation { save(text: String): Person @cost(weight: "10") }
            input Page { first: Int }
            input Filter { name: String and: [Filter!] deep: Int @cost(weight: "2") }
            type Connection { edges: [Edge] inner: Inner total: Int }
            type Inner { nodes: [Person] }
            type Edge @cost(weight: "0") { node: Person }
            interface Being { name: String friend: Being }
            type Person implements Being { name: String friend: Being }
            type Robot implements Being @cost(weight: "4") { name: String friend: Being parts: [Robot] @listSize(assumedSize: 3) }
            """)
        .Build();

    // The first number is what the fields cost, the second what the objects cost, the root's own among them.
    [Theory]
    [InlineData("{ plain }", 0, 1)]
    [InlineData("{ me { name } }", 1, 2)]
    [InlineData("{ me { name } me { friend { name } } }", 2, 6)]
    [InlineData("{ a: me { name } b: me { name } }", 2, 3)]
    [InlineData("{ heavy }", 7.5, 1)]
    [InlineData("{ people(first: 3) { name } }", 1, 4)]
    [InlineData("{ people(first: 3) { friend { name } } }", 4, 16)]
    [InlineData("query ($n: Int = 20) { people(last: $n) { name } }", 1, 21)]
    [InlineData("{ some { name } }", 1, 5)]
    [InlineData("{ some(first: null) { name } }", 1, 7)]
    [InlineData("{ some(last: 9) { name } }", 1, 10)]
    [InlineData("{ people(first: -5) { name } }", 1, 1)]
    [InlineData("{ five { name } }", 1, 6)]
    [InlineData("{ any { name } }", 1, 11)]
    [InlineData("{ page(page: { first: 2 }) { edges { node { name } } total } }", 5, 4)]
    [InlineData("{ page(page: { first: 2 }) { inner { nodes { name } } } }", 4, 5)]
    [InlineData("{ search(where: { name: \"x\", and: [{ deep: 1 }, { deep: 2 }] }, text: \"y\") }", 9, 1)]
    [InlineData("{ beings { name ... on Robot { parts { name } } ... on Person { friend { name } } } }", 3, 33)]
    [InlineData("{ me @skip(if: true) { name } plain }", 0, 1)]
    [InlineData("{ __schema { types { fields { name } } } }", 1, 2)]
    [InlineData("{ ...F ...F } fragment F on Query { me { name } }", 1, 2)]
    [InlineData("mutation { save(text: \"x\") { name } }", 10, 2)]
    public async Task An_operation_has_a_price(string document, double fields, double types)
    {
        var answer = await AskAsync(new GraphQLServer(), document, """{"cost":true}""");
        var cost = answer.GetProperty("extensions").GetProperty("cost");
        Assert.Equal((fields, types), (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble()));
    }

    [Fact]
    public async Task The_price_is_told_when_it_is_asked_for()
    {
        Assert.False((await AskAsync(new GraphQLServer(), "{ plain }", "{}")).TryGetProperty("extensions", out _));
        var always = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { Cost = new CostOptions { AlwaysReport = true } } });
        Assert.True((await AskAsync(always, "{ plain }", "{}")).TryGetProperty("extensions", out _));
    }

    [Theory]
    [InlineData("{ people(first: 51) { friend { name } } }", "fields")]
    [InlineData("{ people(first: 101) { name } }", "objects")]
    [InlineData("{ people(first: 40) { friend { ... on Robot { parts { parts { name } } } } } }", "fields")]
    public async Task What_costs_too_much_is_refused_before_it_runs(string document, string what)
    {
        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { Cost = new CostOptions { MaxFieldCost = 50, MaxTypeCost = 100 } } });
        var answer = await AskAsync(server, document, "{}");
        Assert.Equal(ErrorCodes.CostExceeded, answer.Code());
        Assert.StartsWith($"The {what} of the operation cost", answer.Message(), StringComparison.Ordinal);
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Variables_decide_about_the_price_of_each_request()
    {
        var server = new GraphQLServer(new GraphQLServerOptions { Execution = new ExecutionOptions { Cost = new CostOptions { MaxTypeCost = 100 } } });
        const string Document = "query ($n: Int) { people(first: $n) { name } }";
        Assert.Equal("{\"people\":null}", (await server.AskAsync(Schema, Document, """{"n":99}""")).Data());
        Assert.Equal(ErrorCodes.CostExceeded, (await server.AskAsync(Schema, Document, """{"n":100}""")).Code());
        Assert.Equal(1, server.Documents.ValidationCount);
    }

    // Whether the first field costs the same for every request.
    [Theory]
    [InlineData("{ any { name } }", true)]
    [InlineData("{ people(first: 3) { friend { name } } }", true)]
    [InlineData("query ($s: Boolean = false) { any { name @skip(if: $s) } }", true)]
    [InlineData("query ($a: Page) { any { name } page(page: $a) { total } }", true)]
    [InlineData("query ($n: Int = 3) { people(first: $n) { name } }", false)]
    [InlineData("query ($n: Int = 3) { page(page: { first: $n }) { edges { node { name } } } }", false)]
    [InlineData("query ($f: [Filter!]) { search(where: { and: $f }) }", false)]
    [InlineData("query ($t: String) { search(text: $t) }", false)]
    [InlineData("mutation ($t: String) { save(text: $t) { name } }", true)]
    public async Task What_no_variable_decides_about_is_priced_once(string document, bool isFixed)
    {
        var server = new GraphQLServer();
        await server.AskAsync(Schema, document);
        var price = server.Documents.Get(document, Schema).Executable!.OperationNamed(null).Prepare(default, 1).Plan.Price;
        Assert.Equal(isFixed, price.Fields[0].IsFixed);
        Assert.Equal(Array.TrueForAll(price.Fields, field => field.IsFixed), price.IsFixed);
    }

    [Fact]
    public async Task A_price_that_is_known_is_not_added_up_again()
    {
        const string Document = "{ any { name } }";
        var server = new GraphQLServer();
        await server.AskAsync(Schema, Document);
        var operation = server.Documents.Get(Document, Schema).Executable!.OperationNamed(null).Prepare(default, 1);

        // Another size would give another sum, if there were one.
        Assert.Equal(new OperationCost(1, 10), operation.Plan.Price.For(operation.Arguments, assumedListSize: 1_000));
    }

    [Fact]
    public async Task Arguments_without_variables_are_coerced_once_and_others_for_each_request()
    {
        const string Document = "query ($n: Int = 3) { fixed: people(first: 2) { name } asked: people(first: $n) { name } }";
        var server = new GraphQLServer();
        await server.AskAsync(Schema, Document);
        var operation = server.Documents.Get(Document, Schema).Executable!.OperationNamed(null);
        var (one, other) = (operation.Prepare(default, 1), operation.Prepare(default, 1));
        foreach (var field in one.Plan.Root.Fields)
        {
            var (first, second) = (one.Arguments.Of(field.Field, field.Nodes[0]), other.Arguments.Of(field.Field, field.Nodes[0]));
            Assert.Equal(field.ResponseKey == "fixed", ReferenceEquals(first, second));
            Assert.Same(first, one.Arguments.Of(field.Field, field.Nodes[0]));
            Assert.Equal(field.ResponseKey == "fixed" ? 2 : 3, ((IReadOnlyDictionary<string, object?>)first)["first"]);
        }
    }

    [Theory]
    [InlineData("{ people { name } }")]
    [InlineData("{ people(first: 1, last: 1) { name } }")]
    public async Task A_list_must_be_asked_with_one_size(string document) =>
        Assert.Equal(
            "Field \"Query.people\" must be asked with exactly one of the arguments \"first\", \"last\": it says how many items are wanted.",
            (await AskAsync(new GraphQLServer(), document, "{}")).Message());

    [Fact]
    public void Code_says_what_fields_cost()
    {
        var schema = new SchemaBuilder().Sdl(CostDirectives.Sdl)
            .AddObject("Query", query => query.Field("list", "[Int]", field => field.Argument("first", "Int").Deprecate("Old.").Cost(2.5).ListSize(assumedSize: 5, slicingArguments: ["first"], requireOne: false)))
            .Build();
        Assert.Contains("list(first: Int): [Int] @deprecated(reason: \"Old.\")", schema.ToSdl(), StringComparison.Ordinal);
    }

    private static Task<System.Text.Json.JsonElement> AskAsync(GraphQLServer server, string document, string extensions) =>
        server.AskAsync(new GraphQLRequest(Schema, document) { Extensions = Asking.Json(extensions) });
}
