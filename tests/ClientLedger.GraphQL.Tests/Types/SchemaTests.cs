using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Types;

public sealed class SchemaTests
{
    private static readonly Schema Schema = new SchemaBuilder().Sdl(
        """
        type Query { pet(id: ID!, sort: Order = NAME): Pet, any: Any }
        interface Pet { name: String @deprecated }
        type Dog implements Pet { name: String @deprecated(reason: "short"), owner: Query! }
        union Any = Dog | Query
        enum Order { NAME AGE }
        input Filter @oneOf { a: Int b: [String!] }
        scalar Url @specifiedBy(url: "https://url.example")
        """).Build();

    [Fact]
    public void The_schema_tells_what_types_have()
    {
        var query = Schema.QueryType!;
        var pet = Assert.IsType<InterfaceType>(Schema.TypeNamed("Pet"));
        var dog = Assert.IsType<ObjectType>(Schema.TypeNamed("Dog"));
        var field = Schema.FieldOf(query, "pet")!;
        Assert.Same(pet, field.Type);
        Assert.Equal("Query.pet(id:)", field.Arguments.Find("id")!.Coordinate);
        Assert.True(field.Arguments.Find("id")!.IsRequired);
        Assert.Same(dog, Assert.Single(Schema.PossibleTypesOf(pet)));
        Assert.True(Schema.IsSubType((UnionType)Schema.TypeNamed("Any")!, query));
        Assert.Equal("short", Schema.FieldOf(dog, "name")!.DeprecationReason);
        Assert.Equal("https://url.example", Schema.SpecifiedByUrlOf((ScalarType)Schema.TypeNamed("Url")!));
        Assert.True(Assert.IsType<InputObjectType>(Schema.TypeNamed("Filter")).IsOneOf);
        Assert.Equal(["NAME", "AGE"], Schema.ValuesOf((EnumType)Schema.TypeNamed("Order")!).Select(value => value.Name));
        Assert.Same(query.NonNull, Schema.FieldOf(dog, "owner")!.Type);
    }

    [Fact]
    public void Every_schema_has_the_fields_of_introspection_where_queries_begin()
    {
        Assert.NotNull(Schema.FieldOf(Schema.QueryType!, "__schema"));
        Assert.NotNull(Schema.FieldOf(Schema.QueryType!, "__type"));
        Assert.Null(Schema.FieldOf((ObjectType)Schema.TypeNamed("Dog")!, "__schema"));
        Assert.NotNull(Schema.FieldOf((UnionType)Schema.TypeNamed("Any")!, "__typename"));
        Assert.Equal(
            ["Query", "ID", "Pet", "String", "Dog", "Any", "Order", "Filter", "Int", "Url", "Boolean", "__Schema"],
            Schema.Types.Select(type => type.Name).TakeWhile(name => name != "__Type"));
    }
}
