using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Conformance;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>An overlay and the schema that its SDL is, twins: whatever a client asks that knows the schema below, both answer alike, so that nothing tells what is hidden.</summary>
public sealed class OverlayTwinTests(ITestOutputHelper output)
{
    private static readonly string[] Flaws = ["null", "true", "\"NONE\"", "[[[null]]]", "{}", "{ \"f0\": 1, \"unknown\": 2 }", "1e20"];

    [Fact]
    public async Task Twins_answer_alike()
    {
        var chance = new Chance(Depth.Seed(31, output));
        var (pairs, refused, coerced, executed) = (0, 0, 0, 0);
        for (var one = Depth.Count(1_500); one > 0; one--)
        {
            if (Build(() => new SchemaBuilder().Sdl(new RandomSchema(chance).Sdl())) is not { } below || !CanBeAnswered(below) || Hide(below, chance) is not { } overlay)
            {
                continue;
            }

            var twin = new SchemaBuilder().Sdl(overlay.ToSdl()).Build();
            pairs++;
            Assert.Equal(SchemaFacts.Of(twin), SchemaFacts.Of(overlay));
            Assert.Equal(await IntrospectAsync(twin), await IntrospectAsync(overlay));
            for (var documents = 0; documents < 20; documents++)
            {
                var text = RandomDocument.Of(below, chance, chance.Pick([0, 0, 0, 0, 10, 40]));
                if (Parse(text) is not { } document)
                {
                    continue;
                }

                var errors = Validator.Validate(twin, document);
                Alike(text, Show(errors), Show(Validator.Validate(overlay, document)));
                if (errors.Count > 0 || !CanBeAnswered(overlay))
                {
                    refused += errors.Count > 0 ? 1 : 0;
                    continue;
                }

                foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
                {
                    // Variables that the schema below takes may name what is hidden.
                    var variables = Asking.Json(WithAFlaw(new RandomData(below, document, operation, chance).Variables(), chance).ToJsonString());
                    var root = Asking.Json(new RandomData(twin, document, operation, chance).Root().ToJsonString());
                    var expected = await ExecutionActions.ExecuteAsync(twin, text, operation.Name?.Value, variables, root);
                    var own = await ExecutionActions.ExecuteAsync(overlay, text, operation.Name?.Value, variables, root);
                    Alike($"{text}\n{variables}\n{root}", expected.ToJsonString(), own.ToJsonString());
                    (coerced, executed) = expected.ContainsKey("data") ? (coerced, executed + 1) : (coerced + 1, executed);

                    // So may what resolvers give.
                    var full = Asking.Json(new RandomData(below, document, operation, chance).Root().ToJsonString());
                    NamesNothingHidden(below, overlay, await ExecutionActions.ExecuteAsync(overlay, text, operation.Name?.Value, variables, full));
                }
            }
        }

        output.WriteLine($"{pairs} pairs: {refused} documents refused by both, {coerced} with wrong variables, {executed} executed");
        Assert.True(pairs > 20 && refused > 20 && coerced > 0 && executed > 20, "Too little came up.");
    }

    /// <summary>Whether there can be data: nothing implements an interface now and then.</summary>
    private static bool CanBeAnswered(Schema schema) => schema.Types.OfType<InterfaceType>().All(type => schema.PossibleTypesOf(type).Length > 0);

    /// <summary>Half of the time one of the values is wrong.</summary>
    private static JsonObject WithAFlaw(JsonObject variables, Chance chance)
    {
        if (variables.Count > 0 && chance.In(50))
        {
            variables[chance.Pick([.. variables]).Key] = JsonNode.Parse(chance.Pick(Flaws));
        }

        return variables;
    }

    private static void Alike(string asked, string expected, string own) => Assert.True(expected == own, $"{asked}\n  twin:    {expected}\n  overlay: {own}");

    private static string Show(IReadOnlyList<GraphQLError> errors) => string.Join('\n', errors.Select(error => $"{error.Message} {string.Join(' ', error.Locations)}").Order(StringComparer.Ordinal));

    private static void NamesNothingHidden(Schema below, Schema overlay, JsonObject answer)
    {
        foreach (var error in answer["errors"]?.AsArray() ?? [])
        {
            var message = (string)error!["message"]!;
            foreach (var hidden in below.Types.Where(type => overlay.TypeNamed(type.Name) is null))
            {
                Assert.DoesNotContain($"\"{hidden}\"", message, StringComparison.Ordinal);
            }

            foreach (var type in overlay.Types.OfType<EnumType>().Where(type => below.TypeNamed(type.Name) == type && message.StartsWith($"Enum \"{type}\" cannot", StringComparison.Ordinal)))
            {
                Assert.DoesNotContain(below.ValuesOf(type), value => overlay.ValuesOf(type).Find(value.Name) is null && message.EndsWith($"\"{value}\"", StringComparison.Ordinal));
            }
        }
    }

    private static DocumentNode? Parse(string text)
    {
        try
        {
            return Parser.Parse(text, ParserOptions.Default);
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    private static Schema? Hide(Schema below, Chance chance)
    {
        var coordinates = below.Types.Where(type => !type.IsIntrospection && SpecifiedScalars.All.Find(type.Name) is null && type != below.QueryType).SelectMany(type => Within(below, type).Prepend(type)).Select(element => element.Coordinate).ToList();
        var some = chance.Some(coordinates, chance.Between(1, 4)).ToList();
        return Build(() => some.Aggregate(new SchemaBuilder(below), (builder, coordinate) => builder.Hide(coordinate)));
    }

    private static IEnumerable<ISchemaElement> Within(Schema schema, NamedType type) => type switch
    {
        FieldsType fieldsType => schema.FieldsOf(fieldsType).SelectMany(IEnumerable<ISchemaElement> (field) => [field, .. field.Arguments]),
        InputObjectType input => schema.InputFieldsOf(input),
        EnumType values => schema.ValuesOf(values),
        _ => [],
    };

    /// <summary>Null where what came up isn't a schema.</summary>
    private static Schema? Build(Func<SchemaBuilder> builder)
    {
        try
        {
            return builder().Build();
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    /// <summary>What a schema tells of itself; the order of types says nothing.</summary>
    private static async Task<string> IntrospectAsync(Schema schema)
    {
        var answer = await ExecutionActions.ExecuteAsync(schema, IntrospectionQuery.Full, null, default, null);
        return Sorted(answer)!.ToJsonString();
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, field.Key is "types" or "possibleTypes"
            && field.Value is JsonArray types
            ? new JsonArray([.. types.Select(Sorted).OrderBy(type => (string)type!["name"]!, StringComparer.Ordinal)])
            : Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
