using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Conformance;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Selecting;
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

/// <summary>
/// Generated documents over generated data are executed as the reference implementation executes them, and just so with a writing resolver at a field of chance; those
/// written by hand with one at each of their fields in turn.
/// </summary>
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
        await AgreeWithWritersAsync([.. Enumerable.Range(0, Depth.Count(10_000)).Select(_ => Case(Zoo.Sdl, Zoo.Schema, chance)).OfType<ExecutionCase>()], fields => [chance.Pick(fields)]);
    }

    [Fact]
    public async Task With_a_writing_resolver_at_a_field_of_a_generated_schema()
    {
        var chance = new Chance(Depth.Seed(14, output));
        await AgreeWithWritersAsync([.. Enumerable.Range(0, Depth.Count(1_000)).SelectMany(_ => Cases(new RandomSchema(chance).Sdl(), chance, 10))], fields => [chance.Pick(fields)]);
    }

    [Fact]
    public Task With_a_writing_resolver_at_each_field_of_what_is_written_by_hand() =>
        AgreeWithWritersAsync([.. ExecutionClauses.All.Values.Concat(CompletionClauses.All.Values).SelectMany(cases => cases)], fields => fields);

    private async Task AgreeWithWritersAsync(List<ExecutionCase> cases, Func<List<SelectedField>, IEnumerable<SelectedField>> pick)
    {
        var requests = cases.ConvertAll(one => JsonSerializer.Serialize(one.Request));
        var compared = 0;
        foreach (var (one, expected) in cases.Zip(await Reference.AnswerAsync(requests)))
        {
            var answer = JsonNode.Parse(expected)!.AsObject();
            if (answer["data"] is not JsonObject { Count: > 0 } || Selected(one) is not { Count: > 0 } selected)
            {
                continue;
            }

            var compares = false;
            foreach (var picked in pick(selected).Select(field => field.Field).Distinct().Where(picked => !HasErrorWithin(answer, KeysOf(selected, picked))))
            {
                var written = new SchemaBuilder().Sdl(one.Schema).Write(picked.Owner!.Name, picked.Name, WrittenField.Write).Build();
                var own = await ExecutionActions.ExecuteAsync(written, one.Document, one.OperationName, Asking.Json(one.Variables), Asking.Json(one.Root));
                Assert.True(
                    Answer.Canonical(own.ToJsonString()) == Answer.Canonical(answer.ToJsonString()),
                    $"With a writing resolver at {picked.Coordinate}:\n{JsonSerializer.Serialize(one.Request)}\n  reference: {expected}\n  engine:    {own.ToJsonString()}");
                compares = true;
            }

            compared += compares ? 1 : 0;
        }

        output.WriteLine($"{compared} of {cases.Count} cases were compared");
        Assert.True(compared > cases.Count / 3, $"Only {compared} of {cases.Count} cases could be compared.");
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

    /// <summary>The fields that the operation selects and that can have a writing resolver; none where a directive somewhere in it can't be followed.</summary>
    private static List<SelectedField> Selected(ExecutionCase one)
    {
        var schema = Schemas.Of(one.Schema);
        var executable = new ExecutableDocument(schema, Parser.Parse(one.Document, ParserOptions.Trusted));
        var plan = executable.OperationNamed(one.OperationName).Prepare(Asking.Json(one.Variables), 1).Plan;
        try
        {
            return [.. Below(schema, plan.Root, 0).Where(field => field.Field.Owner is { IsIntrospection: false } && !field.IsTypeName)];
        }
        catch (GraphQLException)
        {
            return [];
        }
    }

    /// <summary>The keys that a field stands under.</summary>
    private static HashSet<string> KeysOf(List<SelectedField> selected, FieldDefinition picked) => [.. selected.Where(field => field.Field == picked).Select(field => field.ResponseKey)];

    private static IEnumerable<SelectedField> Below(Schema schema, Selection selection, int depth) => depth > 6 ? [] : selection.Fields.SelectMany(IEnumerable<SelectedField> (field) =>
    [
        field,
        .. field.Type.Innermost is CompositeType { IsIntrospection: false } type ? schema.PossibleTypesOf(type).SelectMany(possible => Below(schema, field.SelectionOf(possible), depth + 1)) : [],
    ]);

    /// <summary>Whether an error lies at or below a field of these keys: there the writer of the tests fails otherwise than the engine.</summary>
    private static bool HasErrorWithin(JsonObject answer, HashSet<string> keys) =>
        answer["errors"]?.AsArray().Any(error => error!["path"] is not JsonArray path || path.Any(step => step!.GetValueKind() == JsonValueKind.String && keys.Contains((string)step!))) == true;
}
