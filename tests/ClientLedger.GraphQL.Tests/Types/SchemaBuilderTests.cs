using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Scalars;

namespace ClientLedger.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Code_and_SDL_build_the_same_schema()
    {
        var byCode = new SchemaBuilder()
            .AddScalar(CommonScalars.Date with { Description = "A day." })
            .AddInterface("Node", node => node.Describe("Has an id.").Field("id", "ID!"))
            .AddObject("Query", query => query
                .Field("node", "Node", field => field.Describe("By its id.").Argument("id", "ID!").Argument("sizes", "[Int!]", "[1, 2]", "Which sizes."))
                .Field("found", "[Found!]!", field => field.Deprecate("slow")))
            .AddObject("Customer", customer => customer.Implement("Node").Field("id", "ID!").Field("since", "Date"))
            .AddUnion("Found", ["Customer", "Query"], "What was found.")
            .AddEnum("Order", order => order.Describe("How to sort.").Value("NAME", 1, "By name.").Value("AGE", 2, deprecation: "imprecise"))
            .AddInput("Key", key => key.OneOf().Field("id", "ID").Field("name", "String", text: "Its name."))
            .AddInput("Filter", filter => filter.Describe("Which.").Field("order", "Order", "NAME").Field("key", "Key", deprecation: "use id"))
            .AddField("Query", "customers", "[Customer!]", field => field.Argument("where", "Filter"))
            .AddInputField("Filter", "tags", "[String!]", "[]")
            .AddEnumValue("Order", "SIZE", 3)
            .Build();
        var bySdl = new SchemaBuilder().Sdl(
            """"
            "A day." scalar Date @specifiedBy(url: "https://scalars.graphql.org/andimarek/local-date.html")
            "Has an id." interface Node { id: ID! }
            type Query { "By its id." node(id: ID!, "Which sizes." sizes: [Int!] = [1, 2]): Node found: [Found!]! @deprecated(reason: "slow") customers(where: Filter): [Customer!] }
            type Customer implements Node { id: ID! since: Date }
            "What was found." union Found = Customer | Query
            "How to sort." enum Order { "By name." NAME AGE @deprecated(reason: "imprecise") SIZE }
            input Key @oneOf { id: ID "Its name." name: String }
            "Which." input Filter { order: Order = NAME key: Key @deprecated(reason: "use id") tags: [String!] = [] }
            """").Build();
        Assert.Equal(bySdl.ToSdl(), byCode.ToSdl());
        Assert.Equal([1, 2, 3], byCode.ValuesOf((EnumType)byCode.TypeNamed("Order")!).Select(value => value.Value));
    }

    [Fact]
    public void Behaviour_goes_with_its_field()
    {
        Resolver resolver = _ => ValueTask.FromResult<object?>(1);
        WritingResolver writer = (_, _) => ValueTask.CompletedTask;
        var schema = new SchemaBuilder()
            .AddObject("Query", query => query.Field("a", "Int", field => field.Resolve(resolver)).Field("b", "Int"))
            .Resolve("Query", "b", resolver)
            .AddField("Query", "c", "Int", field => field.Write(writer))
            .Build();
        Assert.Same(resolver, schema.FieldOf(schema.QueryType!, "a")!.Behavior.Resolve);
        Assert.Same(resolver, schema.FieldOf(schema.QueryType!, "b")!.Behavior.Resolve);
        Assert.Same(writer, schema.FieldOf(schema.QueryType!, "c")!.Behavior.Write);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5x")]
    [InlineData("a-b")]
    [InlineData("客户")]
    [InlineData("a\n")]
    public void A_name_is_a_name(string name)
    {
        var refusal = Assert.Throws<GraphQLException>(() => new SchemaBuilder().AddField("Query", name, "Int"));
        Assert.StartsWith($"\"{name}\" is no name", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var refusal = Assert.Throws<GraphQLException>(() => new SchemaBuilder().Sdl("type Query { __a: I } input I { i: I! }").Build());
        Assert.Equal(
            [
                "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                "The type of Query.__a must be Output Type but got: I.",
                "Input Object I cannot be provided a finite value because it references itself through fields: I.i.",
            ],
            refusal.Errors.Select(error => error.Message));
        Assert.All(refusal.Errors, error => Assert.Equal(ErrorCodes.InvalidSchema, error.Code));
    }

    [Fact]
    public void What_is_said_of_a_name_that_is_not_there_is_refused()
    {
        var builder = new SchemaBuilder().Sdl("type Query { a: Int s: String e: E } enum E { X }")
            .Resolve("Query", "b", _ => new(1)).Write("Qery", "a", (_, _) => default).Subscribe("Subscription", "n", _ => default)
            .Coerce("Query", ScalarCoercion.Any).ResolveType("Query", _ => null).IsTypeOf("E", _ => true).EnumValue("E", "Y", 1);
        Assert.Equal(
            [
                "Code says what the field \"Query.b\" does, but the schema has none.",
                "Code says what the field \"Qery.a\" does, but the schema has none.",
                "Code says what the field \"Subscription.n\" does, but the schema has none.",
                "Code says what the scalar \"Query\" does, but the schema has none.",
                "Code says what the interface or union \"Query\" does, but the schema has none.",
                "Code says what the object type \"E\" does, but the schema has none.",
                "Code says what the enum value \"E.Y\" does, but the schema has none.",
            ],
            Assert.Throws<GraphQLException>(builder.Build).Errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("type Query { a: Int @cost(weight: \"x\") }", "Query.a")]
    [InlineData("type Query { a(b: Int @cost(weight: \"NaN\")): Int }", "Query.a(b:)")]
    [InlineData("type Query @cost(weight: \"\") { a: Int }", "Query")]
    [InlineData("type Query { a(in: In): Int } input In { b: Int @cost(weight: \"1e999\") }", "In.b")]
    public void A_weight_that_is_no_number_is_refused(string sdl, string coordinate) =>
        Assert.StartsWith($"The weight of {coordinate} must be a number", Assert.Throws<GraphQLException>(new SchemaBuilder().Sdl(CostDirectives.Sdl).Sdl(sdl).Build).Message, StringComparison.Ordinal);
}
