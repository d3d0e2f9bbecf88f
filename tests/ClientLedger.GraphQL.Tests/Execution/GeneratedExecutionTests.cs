using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Conformance;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Tests.Comparison;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.GraphQL.Tests.Validation;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>Generated documents over generated data are executed as the reference implementation executes them, and just so with a writing resolver at a field of chance.</summary>
public sealed class GeneratedExecutionTests(ITestOutputHelper output)
{
    [Fact]
    public async Task On_one_schema()
    {
        var chance = new Chance(Depth.Seed(11, output));
        await AgreeAsync([.. Enumerable.Range(0, Depth.Count(10_000)).Select(_ => Case(Zoo.Sdl, Zoo.Schema, chance)).OfType<ExecutionCase>()]);
    }

    [Fact]
    public async Task On_generated_schemas()
    {
        var chance = new Chance(Depth.Seed(12, output));
        await AgreeAsync([.. Enumerable.Range(0, Depth.Count(1_000)).SelectMany(_ => Cases(new RandomSchema(chance).Sdl(), chance, 10))]);
    }

    [Fact]
    public async Task With_a_writing_resolver_at_a_field()
    {
        var chance = new Chance(Depth.Seed(13, output));
        var cases = Enumerable.Range(0, Depth.Count(10_000)).Select(_ => Case(Zoo.Sdl, Zoo.Schema, chance)).OfType<ExecutionCase>().ToList();
        var requests = cases.ConvertAll(one => JsonSerializer.Serialize(one.Request));
        var compared = 0;
        foreach (var (one, expected) in cases.Zip(await Reference.AnswerAsync(requests)))
        {
            var answer = JsonNode.Parse(expected)!.AsObject();
            if (answer.ContainsKey("errors"))
            {
                continue;
            }

            var (written, field) = WithWriter(one, chance);
            var own = await ExecutionActions.ExecuteAsync(written, one.Document, one.OperationName, Asking.Json(one.Variables), Asking.Json(one.Root));
            Assert.True(
                Answer.Canonical(own.ToJsonString()) == Answer.Canonical(answer.ToJsonString()),
                $"With a writing resolver at {field}:\n{JsonSerializer.Serialize(one.Request)}\n  reference: {expected}\n  engine:    {own.ToJsonString()}");
            compared++;
        }

        Assert.True(compared > cases.Count / 3, $"Only {compared} of {cases.Count} cases had no errors.");
    }

    private static Task AgreeAsync(List<ExecutionCase> cases)
    {
        Assert.NotEmpty(cases);
        return Differential.AgreeAsync(cases.Select(one => one.Request));
    }

    private static IEnumerable<ExecutionCase> Cases(string sdl, Chance chance, int count) =>
        Build(sdl) is { } schema ? Enumerable.Range(0, count).Select(_ => Case(sdl, schema, chance)).OfType<ExecutionCase>() : [];

    /// <summary>Null for a schema to pass over: a type's own field happens to contradict an interface now and then, a directive stands twice, or nothing implements an interface.</summary>
    private static Schema? Build(string sdl)
    {
        try
        {
            var schema = new SchemaBuilder().Sdl(sdl).Build();
            return schema.Types.OfType<InterfaceType>().All(type => schema.PossibleTypesOf(type).Length > 0) ? schema : null;
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    /// <summary>An operation with data and variables; null when the document that came up can't be executed.</summary>
    private static ExecutionCase? Case(string sdl, Schema schema, Chance chance)
    {
        var text = RandomDocument.Of(schema, chance, flawsInThousand: 0);
        var document = Parser.Parse(text, ParserOptions.Trusted);
        if (Validator.Validate(schema, document).Count > 0)
        {
            return null;
        }

        var operation = chance.Pick([.. document.Definitions.OfType<OperationDefinitionNode>()]);
        var data = new RandomData(schema, document, operation, chance);
        return new ExecutionCase(sdl, text, data.Root().ToJsonString(), data.Variables().ToJsonString(), operation.Name?.Value);
    }

    /// <summary>The schema with a writing resolver at a field that the document names.</summary>
    private static (Schema Schema, string Field) WithWriter(ExecutionCase one, Chance chance)
    {
        var schema = Zoo.Schema;
        var field = chance.Pick([.. schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection).SelectMany(type => schema.FieldsOf(type))
            .Where(field => one.Document.Contains(field.Name, StringComparison.Ordinal)), .. schema.FieldsOf(schema.QueryType!)]);
        return (new SchemaBuilder().Sdl(one.Schema).Write(field.Owner!.Name, field.Name, WrittenField.Write).Build(), field.Coordinate);
    }
}
