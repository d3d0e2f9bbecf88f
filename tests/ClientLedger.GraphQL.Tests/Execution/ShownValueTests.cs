using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Scalars;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>A value that can't be answered is shown only as far as it is JSON: what the host's classes hold is shown to nobody.</summary>
public sealed class ShownValueTests
{
    private const string Sdl = """
        type Query { Int: Int Float: Float String: String Boolean: Boolean ID: ID DateTime: DateTime Date: Date Decimal: Decimal Long: Long UUID: UUID Colour: Colour Person: Person Pet: Pet items: Int }
        type Subscription { events: Int }
        enum Colour { RED } type Person { id: Int } type Dog { id: Int } union Pet = Dog scalar DateTime scalar Date scalar Decimal scalar Long scalar UUID
        """;

    public static TheoryData<string> Fields() => ["Int", "Float", "String", "Boolean", "ID", "DateTime", "Date", "Decimal", "Long", "UUID", "Colour", "Person { id }", "Pet { __typename }", "items"];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Classes_of_the_host_are_not_shown(string field)
    {
        var builder = new SchemaBuilder().Sdl(Sdl).IsTypeOf("Person", _ => false);
        foreach (var scalar in CommonScalars.All.Where(scalar => scalar.Name != "JSON"))
        {
            builder.Coerce(scalar.Name, scalar.Coercion);
        }

        var name = field.Split(' ')[0];
        object value = name == "items" ? new[] { new Secret("1234") } : new Secret("1234");
        var answer = await builder.Resolve("Query", name, _ => new(value)).Build().AskAsync($"{{ {field} }}");
        Assert.Equal($$"""{"{{name}}":null}""", answer.Data());
        Assert.DoesNotContain("1234", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_what_was_given_for_a_stream()
    {
        var schema = new SchemaBuilder().Sdl(Sdl).Build();
        await foreach (var answer in new GraphQLServer().StreamAsync(new GraphQLRequest(schema, "subscription { events }") { Root = new { Events = new Secret("1234") } }))
        {
            using (answer)
            {
                Assert.Contains("Received: [Object].", answer.ToString(), StringComparison.Ordinal);
            }
        }
    }

    private sealed record Secret(string Password) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => Password;
    }
}
