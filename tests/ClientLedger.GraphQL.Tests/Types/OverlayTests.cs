using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Types;

public sealed class OverlayTests
{
    private static readonly Schema Below = new SchemaBuilder().Sdl(
        """
        type Query { customer(id: ID!): Customer, orders(where: OrderFilter, first: Int = 10): [Order!], search: [Found!], node: Node, me: Person }
        type Mutation { setCustomer(name: String): Customer }
        interface Node { id: ID! }
        type Customer implements Node { id: ID!, name: String, email: String, orders(sort: OrderSort = DATE): [Order!], size: Size }
        type Order implements Node { id: ID!, total: Float, customer: Customer }
        type Person { name: String }
        union Found = Customer | Order
        enum OrderSort { DATE TOTAL }
        enum Size { SMALL LARGE }
        input OrderFilter { total: Float, customer: CustomerFilter }
        input CustomerFilter { name: String, email: String, size: Size }
        """).Build();

    [Fact]
    public void The_order_of_types_tells_nothing_of_what_is_hidden()
    {
        const string Rest = "a: A } type A { b: Float c: ID }";
        var overlay = new SchemaBuilder(new SchemaBuilder().Sdl("type Query { id: ID " + Rest).Build()).Hide("Query.id").Build();
        var alone = new SchemaBuilder().Sdl("type Query { " + Rest).Build();
        Assert.Equal(alone.Types.Select(type => type.Name), overlay.Types.Select(type => type.Name));
    }

    /// <summary>Whether the type is hidden by its name or all that leads to it is: what only it led to is gone too.</summary>
    [Theory]
    [InlineData("Invoice")]
    [InlineData("Query.invoice")]
    public void What_only_a_hidden_type_led_to_goes_with_it(string hidden)
    {
        var below = new SchemaBuilder().Sdl("type Query { id: ID invoice: Invoice } type Invoice { lines(of: LineKind): [Line!] } type Line { vat: Vat } enum Vat { FULL NONE } enum LineKind { GOODS } type Unreached { id: ID }").Build();
        var overlay = new SchemaBuilder(below).Hide(hidden).Build();
        Assert.Equal(["Query", "ID", "Unreached"], overlay.Types.Where(type => !type.IsIntrospection && type.Name is not ("String" or "Boolean")).Select(type => type.Name));
    }

    [Fact]
    public void An_overlay_adds_and_shares_all_else()
    {
        var overlay = new SchemaBuilder(Below)
            .AddField("Customer", "region", "Region!", field => field.Argument("deep", "Boolean", "false"))
            .AddInputField("CustomerFilter", "region", "Region")
            .AddEnumValue("OrderSort", "REGION")
            .AddEnum("Region", region => region.Value("NORTH").Value("SOUTH"))
            .Build();
        var customer = (ObjectType)overlay.TypeNamed("Customer")!;
        Assert.Same(Below.TypeNamed("Customer"), customer);
        Assert.Same(overlay.TypeNamed("Region"), overlay.FieldOf(customer, "region")!.Type.Innermost);
        Assert.Null(Below.FieldOf(customer, "region"));
        Assert.Null(Below.TypeNamed("Region"));
        Assert.Same(Below.FieldOf(customer, "email"), overlay.FieldOf(customer, "email"));
        Assert.Same(Below.FieldsOf((FieldsType)Below.TypeNamed("Order")!), overlay.FieldsOf((FieldsType)overlay.TypeNamed("Order")!));
        Assert.Equal("Customer.region(deep:)", overlay.ElementAt("Customer.region(deep:)")!.Coordinate);
        IsAsItsSdl(overlay);
    }

    /// <summary>What is shared answers as it does in the schema below: another answer would be passed over in silence.</summary>
    [Fact]
    public void A_directive_may_have_arguments_of_types_that_come_with_it()
    {
        var below = new SchemaBuilder().Sdl("type Query { a: Boolean }").Build();
        var overlay = new SchemaBuilder(below).Sdl("directive @near(place: Place!, km: Float = 1) on FIELD input Place { name: String }").Build();
        Assert.Same(overlay.TypeNamed("Place"), overlay.DirectiveNamed("near")!.Arguments.Find("place")!.Type.Innermost);
        Assert.NotNull(overlay.TypeNamed("Float"));
        Assert.Null(below.TypeNamed("Float"));
        IsAsItsSdl(overlay);
    }

    [Fact]
    public void What_the_schema_below_has_answers_as_it_says_there()
    {
        var builder = new SchemaBuilder(Below).Sdl("type Extra { a: Int }").AddField("Query", "extra", "Extra", field => field.Resolve(_ => default))
            .Resolve("Extra", "a", _ => default).Resolve("Customer", "name", _ => default).Coerce("Float", ScalarCoercion.Any).ResolveType("Node", _ => null)
            .IsTypeOf("Order", _ => true).EnumValue("Size", "SMALL", 1);
        Assert.Equal(
            [
                "Code says what the field \"Customer.name\" does, which belongs to the schema below and is answered as it says there.",
                "Code says what the scalar \"Float\" does, which belongs to the schema below and is answered as it says there.",
                "Code says what the interface or union \"Node\" does, which belongs to the schema below and is answered as it says there.",
                "Code says what the object type \"Order\" does, which belongs to the schema below and is answered as it says there.",
                "Code says what the enum value \"Size.SMALL\" does, which belongs to the schema below and is answered as it says there.",
            ],
            Assert.Throws<GraphQLException>(builder.Build).Errors.Select(error => error.Message));
    }

    [Fact]
    public void What_is_hidden_is_not_there()
    {
        var overlay = new SchemaBuilder(Below).Hide("Customer.email").Hide("CustomerFilter.email").Hide("OrderSort.TOTAL").Hide("Query.orders(first:)").Build();
        Assert.Null(overlay.ElementAt("Customer.email"));
        Assert.Null(overlay.ElementAt("CustomerFilter.email"));
        Assert.Null(overlay.ElementAt("OrderSort.TOTAL"));
        Assert.Null(overlay.ElementAt("Query.orders(first:)"));
        Assert.NotNull(overlay.ElementAt("Query.orders(where:)"));
        Assert.DoesNotContain("email", overlay.ToSdl(), StringComparison.Ordinal);
        Assert.Contains("email", Below.ToSdl(), StringComparison.Ordinal);
        IsAsItsSdl(overlay);
    }

    [Fact]
    public void What_is_of_a_hidden_type_goes_with_it_and_so_does_what_only_that_led_to()
    {
        var overlay = new SchemaBuilder(Below).Hide("Order").Build();
        foreach (var gone in (string[])["Order", "Query.orders", "Customer.orders", "OrderFilter", "OrderSort", "CustomerFilter", "Float"])
        {
            Assert.Null(overlay.ElementAt(gone));
        }

        var found = (UnionType)overlay.TypeNamed("Found")!;
        Assert.Equal(["Customer"], overlay.PossibleTypesOf(found).Select(type => type.Name));
        Assert.Equal(["Customer"], overlay.PossibleTypesOf((InterfaceType)overlay.TypeNamed("Node")!).Select(type => type.Name));
        Assert.False(overlay.IsSubType(found, Below.TypeNamed("Order")!));
        IsAsItsSdl(overlay);
    }

    [Fact]
    public void A_type_that_nothing_is_left_of_goes()
    {
        var overlay = new SchemaBuilder(Below).Hide("Mutation.setCustomer").Hide("Size.SMALL").Hide("Size.LARGE").Hide("Query.me").Build();
        Assert.Null(overlay.MutationType);
        Assert.Null(overlay.TypeNamed("Mutation"));
        Assert.Null(overlay.ElementAt("Customer.size"));
        Assert.Null(overlay.ElementAt("CustomerFilter.size"));
        Assert.Null(overlay.TypeNamed("Person"));
        IsAsItsSdl(overlay);
    }

    [Fact]
    public void Overlays_lie_on_overlays()
    {
        var tenant = new SchemaBuilder(Below).AddField("Customer", "region", "String").AddObject("Branch", branch => branch.Field("head", "Person")).AddField("Query", "branch", "Branch").Build();
        var caller = new SchemaBuilder(tenant).Hide("Customer.region").Hide("Query.me").AddField("Branch", "size", "Size").Build();
        Assert.NotNull(tenant.ElementAt("Customer.region"));
        Assert.Null(caller.ElementAt("Customer.region"));
        Assert.NotNull(caller.ElementAt("Branch.size"));
        Assert.NotNull(caller.TypeNamed("Person"));
        Assert.Same(tenant.TypeNamed("Branch"), caller.TypeNamed("Branch"));
        IsAsItsSdl(caller);
    }

    [Theory]
    [InlineData("Customer", "__region", "Name \"__region\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("Customer", "name", "Field \"Customer.name\" already exists in the schema. It cannot also be defined in this type extension.")]
    [InlineData("Customer", "email", "Field \"Customer.email\" already exists in the schema. It cannot also be defined in this type extension.")]
    [InlineData("Custmer", "region", "Cannot extend type \"Custmer\" because it is not defined. Did you mean \"Customer\"?")]
    public void A_reserved_or_taken_name_is_refused_also_where_it_is_hidden(string type, string field, string message)
    {
        var builder = new SchemaBuilder(Below).Hide("Customer.email").AddField(type, field, "String");
        Assert.Equal([message], Assert.Throws<GraphQLException>(builder.Build).Errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("Customer.emial", "\"Customer.emial\" can't be hidden: the schema below has no such element.")]
    [InlineData("Nothing", "\"Nothing\" can't be hidden: the schema below has no such element.")]
    [InlineData("Nothing.x", "Expected \"Nothing\" to be defined as a type in the schema.")]
    [InlineData("__Type", "\"__Type\" can't be hidden: types, fields, arguments, input fields and enum values can, but not those that every schema has.")]
    [InlineData("String", "\"String\" can't be hidden: types, fields, arguments, input fields and enum values can, but not those that every schema has.")]
    [InlineData("Query.__typename", "\"Query.__typename\" can't be hidden: types, fields, arguments, input fields and enum values can, but not those that every schema has.")]
    [InlineData("__Type.name", "\"__Type.name\" can't be hidden: types, fields, arguments, input fields and enum values can, but not those that every schema has.")]
    [InlineData("@skip", "\"@skip\" can't be hidden: types, fields, arguments, input fields and enum values can, but not those that every schema has.")]
    public void Only_what_is_there_can_be_hidden(string coordinate, string message) =>
        Assert.Equal(message, Assert.Throws<GraphQLException>(() => new SchemaBuilder(Below).Hide(coordinate).Build()).Message);

    [Theory]
    [InlineData("Customer.id", "Interface field Node.id expected but Customer does not provide it.")]
    [InlineData("OrderSort.DATE", "Customer.orders(sort:) has invalid default value: Value \"DATE\" does not exist in \"OrderSort\" enum.")]
    [InlineData("Query", "Query root type must be provided.")]
    public void What_would_leave_an_invalid_schema_is_refused(string coordinate, string message) =>
        Assert.Equal(message, Assert.Throws<GraphQLException>(() => new SchemaBuilder(Below).Hide(coordinate).Build()).Errors[0].Message);

    [Fact]
    public async Task Errors_name_nothing_that_is_hidden()
    {
        var below = new SchemaBuilder().Sdl("type Query { found: Found sizes: [Size] } union Found = Secret | Open type Secret { a: Int } type Open { a: Int } enum Size { SMALL HUGE }")
            .Resolve("Query", "found", _ => new("Secret"))
            .Resolve("Query", "sizes", _ => new(new object[] { "HUGE", "SMALL", "OTHER" }))
            .ResolveType("Found", value => (string)value)
            .Build();
        var overlay = new SchemaBuilder(new SchemaBuilder(below).Hide("Secret").Build()).Hide("Size.HUGE").Build();
        var answer = await overlay.AskAsync("{ found { __typename } sizes }");
        Assert.Equal("""{"found":null,"sizes":[null,"SMALL",null]}""", answer.Data());
        Assert.Equal(
            [
                "Abstract type \"Found\" was resolved to a type that does not exist inside the schema.",
                "Enum \"Size\" cannot represent this value.",
                "Enum \"Size\" cannot represent value: \"OTHER\"",
            ],
            answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Only_arguments_that_can_be_given_must_be()
    {
        var below = new SchemaBuilder().Sdl(CostDirectives.Sdl).Sdl(
            """
            type Query {
              one(first: Int): [Int] @listSize(slicingArguments: ["first"], assumedSize: 7)
              two(first: Int, last: Int): [Int] @listSize(slicingArguments: ["first", "last"])
              deep(page: Page): [Int] @listSize(slicingArguments: ["page.first", "page.last"])
            }
            input Page { first: Int last: Int }
            """).Build();
        var overlay = new SchemaBuilder(below).Hide("Query.one(first:)").Hide("Query.two(last:)").Hide("Page.last").Build();
        Assert.Equal("""{"one":null}""", (await overlay.AskAsync("{ one }")).Data());
        Assert.Equal("""{"two":null}""", (await overlay.AskAsync("{ two(first: 3) }")).Data());
        Assert.Equal("Field \"Query.two\" must be asked with exactly one of the arguments \"first\": it says how many items are wanted.", (await overlay.AskAsync("{ two }")).Message());
        Assert.Equal("Field \"Query.deep\" must be asked with exactly one of the arguments \"page.first\": it says how many items are wanted.", (await overlay.AskAsync("{ deep }")).Message());
    }

    [Fact]
    public void Arguments_of_directives_go_with_their_type_and_a_directive_that_can_not_be_without_one()
    {
        var below = new SchemaBuilder().Sdl(
            """
            directive @may(by: Role, other: Other, n: Int) on FIELD
            directive @must(by: Role!, only: Only) on FIELD
            type Query { a: Int role: Role }
            enum Role { ADMIN }
            enum Other { X }
            enum Only { Y }
            """).Build();
        var overlay = new SchemaBuilder(below).Hide("Role").Build();
        Assert.Equal(["other", "n"], overlay.DirectiveNamed("may")!.Arguments.Select(argument => argument.Name));
        Assert.Null(overlay.DirectiveNamed("must"));
        Assert.Null(overlay.TypeNamed("Only"));
        Assert.NotNull(overlay.TypeNamed("Other"));
        IsAsItsSdl(overlay);
    }

    /// <summary>The overlay is the schema that its SDL is: both print alike and answer alike.</summary>
    private static void IsAsItsSdl(Schema overlay)
    {
        var plain = new SchemaBuilder().Sdl(overlay.ToSdl()).Build();
        Assert.Equal(SchemaFacts.Of(plain), SchemaFacts.Of(overlay));
    }
}
