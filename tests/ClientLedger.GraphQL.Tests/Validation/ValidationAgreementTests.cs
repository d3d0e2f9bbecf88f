using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Conformance;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Tests.Comparison;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation;
using ClientLedger.GraphQL.Validation.Rules;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Validation;

/// <summary>Documents that are judged as by the reference implementation: the same errors at the same places.</summary>
public sealed class ValidationAgreementTests(ITestOutputHelper output)
{
    private const string OnlyQueries = "type Query { a: Int }";

    private static IEnumerable<string> RuleNames => SpecifiedRules.All.Concat(SpecifiedRules.Custom).Select(rule => $"{rule.Section} {rule.Name}");

    /// <summary>Its section and its name.</summary>
    public static TheoryData<string> Rules() => [.. RuleNames];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_refuses_what_the_reference_refuses(string rule)
    {
        var name = rule.Split(' ')[^1];
        var documents = ValidationClauses.All[rule];
        await Differential.AgreeAsync(documents.SelectMany(IEnumerable<object> (document) =>
        [
            new { action = "validate", schema = Zoo.Sdl, document, rules = (string[])[name] },
            new { action = "validate", schema = Zoo.Sdl, document },
        ]));

        var known = SpecifiedRules.Named(name)!;
        var verdicts = documents.Select(document => Validator.Validate(SchemaFor(name), Parser.Parse(document, ParserOptions.Trusted), new RuleSet([known])).Count == 0).ToHashSet();
        Assert.Contains(true, verdicts);
        Assert.Equal(known.Type != typeof(SilentRule), verdicts.Contains(false));
    }

    [Fact]
    public void Every_clause_is_of_a_rule() => Assert.Equal(RuleNames.Order(StringComparer.Ordinal), ValidationClauses.All.Keys.Order(StringComparer.Ordinal));

    /// <summary>The rules by which the engine reports nothing.</summary>
    public static TheoryData<string> SilentRules() => [.. ValidationClauses.SilentRules.Keys];

    [Theory]
    [MemberData(nameof(SilentRules))]
    public async Task A_rule_of_defer_and_stream_is_the_reference_s_alone(string rule)
    {
        Assert.Equal(typeof(SilentRule), SpecifiedRules.Named(rule)!.Type);
        foreach (var (request, reference, engine) in await AnswersAsync(ValidationClauses.SilentRules[rule], [rule]))
        {
            Assert.True(reference.Contains("\"ok\":false", StringComparison.Ordinal), request);
            Assert.Equal("""{"ok":true}""", engine);
            Assert.True(Divergences.AreMeant(reference, engine), request);
        }

        foreach (var (request, reference, engine) in await AnswersAsync(ValidationClauses.SilentRules[rule], rules: null))
        {
            Assert.NotEqual(Answer.Canonical(reference), Answer.Canonical(engine));
            Assert.True(Divergences.AreMeant(reference, engine), $"{request}\n{reference}\n{engine}");
        }
    }

    [Fact]
    public async Task All_else_of_defer_and_stream_is_judged_alike()
    {
        foreach (var (request, reference, engine) in await AnswersAsync(ValidationClauses.AlikeWithDeferAndStream, rules: null))
        {
            Assert.True(Answer.Canonical(reference) == Answer.Canonical(engine), $"{request}\n{reference}\n{engine}");
        }
    }

    /// <summary>Where the reference has given up, it tells nothing else; the engine has told enough long before.</summary>
    [Theory]
    [InlineData(300, true)]
    [InlineData(2_000, false)]
    public async Task Many_conflicts_are_told_up_to_the_limit(int fields, bool areAlike)
    {
        var schema = $"type Query {{ {string.Join(' ', Enumerable.Range(0, fields).Select(index => $"f{index}: Int"))} }}";
        var document = $"{{ {string.Join(' ', Enumerable.Range(0, fields).Select(index => $"x: f{index}"))} }}";
        var line = JsonSerializer.Serialize(new { action = "validate", schema, document });
        var (reference, engine) = ((await Reference.AnswerAsync([line]))[0], await Driver.AnswerAsync(line));
        Assert.Equal(101, JsonNode.Parse(engine)!["errors"]!.AsArray().Count);
        Assert.Equal(areAlike, Answer.Canonical(reference) == Answer.Canonical(engine));
        Assert.True(areAlike || Divergences.AreMeant(reference, engine));
    }

    [Fact]
    public void Every_silent_rule_has_documents_that_the_reference_refuses() => Assert.Equal(
        SpecifiedRules.All.Where(rule => rule.Type == typeof(SilentRule)).Select(rule => rule.Name).Order(StringComparer.Ordinal), ValidationClauses.SilentRules.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public Task Operations_that_a_schema_does_not_have() => Differential.AgreeAsync(((string[])["mutation { a }", "subscription { a }", "{ a }"]).SelectMany(document =>
        ((string[])["KnownOperationTypesRule", "FieldsOnCorrectTypeRule"]).Select(rule => new { action = "validate", schema = OnlyQueries, document, rules = (string[])[rule] })));

    /// <summary>The reference's rules for definitions are known by name too: the document is an extension of the schema then.</summary>
    [Theory]
    [InlineData("LoneSchemaDefinitionRule", "schema { query: Q }", "extend schema { query: Q }")]
    [InlineData("UniqueOperationTypesRule", "extend schema { query: Q mutation: M mutation: M }", "extend schema { mutation: M }")]
    [InlineData("UniqueTypeNamesRule", "type Query { a: Int } scalar T enum T { A }", "scalar T")]
    [InlineData("UniqueEnumValueNamesRule", "extend enum E { A C C }", "extend enum E { C } enum F { A }")]
    [InlineData("UniqueFieldDefinitionNamesRule", "extend type Query { a: Int b: Int b: Int }", "extend type Query { b: Int }")]
    [InlineData("UniqueArgumentDefinitionNamesRule", "type T { a(b: Int, b: Int): Int } directive @e(a: Int, a: Int) on FIELD", "type T { a(b: Int, c: Int): Int }")]
    [InlineData("UniqueDirectiveNamesRule", "directive @d on FIELD directive @skip on FIELD directive @e on FIELD directive @e on FIELD", "directive @e on FIELD")]
    [InlineData("PossibleTypeExtensionsRule", "extend type E { a: Int } extend enum Qery { A } extend union New = Query", "extend type Query { b: Int } extend enum E { C } { a }")]
    public async Task A_rule_for_definitions_refuses_what_the_reference_refuses(string rule, string wrong, string right)
    {
        const string SchemaWithAll = "schema { query: Query } type Query { a: Int } enum E { A B } directive @d on OBJECT";
        await Differential.AgreeAsync(
            new { action = "validate", schema = SchemaWithAll, document = wrong, rules = (string[])[rule] },
            new { action = "validate", schema = SchemaWithAll, document = right, rules = (string[])[rule, "ExecutableDefinitionsRule"] });
        string[] documents = [wrong, right];
        var verdicts = await Task.WhenAll(documents.Select(async document => await Driver.AnswerAsync(JsonSerializer.Serialize(new { action = "validate", schema = SchemaWithAll, document, rules = (string[])[rule] }))));
        Assert.Equal([false, true], verdicts.Select(verdict => verdict.Contains("\"ok\":true", StringComparison.Ordinal)));
    }

    [Fact]
    public Task Types_are_suggested_in_the_reference_s_order_where_none_of_them_is_before_all_others()
    {
        // Named before Boss before Dog before Human by their names, and yet Pet before Dog, as Dog is one.
        const string Beings = "type Query { of: Being } interface Pet { name: Int } interface Named implements Pet { name: Int } type Dog implements Pet { name: Int } type Human { name: Int } type Boss implements Named & Pet { name: Int }";
        var many = string.Concat(Enumerable.Range(10, 30).Select(number => $" interface P{90 - number} {{ name: Int }} type D{number} implements P{90 - number} {{ name: Int }} type H{number} {{ name: Int }}"));
        return Differential.AgreeAsync(((string[])
        [
            Beings + " union Being = Dog | Human",
            Beings + " union Being = Human | Dog | Boss",
            Beings + " union Being = Boss | Human | Dog",
            "type Query { of: Being }" + many + " union Being = " + string.Join(" | ", Enumerable.Range(10, 10).Select(number => $"D{number} | H{number}")),
        ]).Select(schema => new { action = "validate", schema, document = "{ of { name } }" }));
    }

    [Fact]
    public async Task Input_fields_given_twice_are_reported_in_the_document_s_order()
    {
        const string Document = "{ dog { a(b: { c: 1, d: { e: 1, e: 2 }, f: 3, f: 4, c: { g: 1, g: 2 }, c: 5 }) } }";
        var request = JsonSerializer.Serialize(new { action = "validate", schema = Zoo.Sdl, document = Document, rules = (string[])["UniqueInputFieldNamesRule"] });
        Assert.Equal(Assert.Single(await Reference.AnswerAsync([request])), await Driver.AnswerAsync(request));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    public async Task Generated_documents_for_the_zoo(int flawsInThousand)
    {
        var chance = new Chance(Depth.Seed(3 + flawsInThousand, output));
        var schema = Zoo.Schema;
        await Differential.AgreeAsync([.. Enumerable.Range(0, Depth.Count(10_000)).Select(_ => new { action = "validate", schema = Zoo.Sdl, document = RandomDocument.Of(schema, chance, flawsInThousand) })]);
    }

    /// <summary>What both say of documents with the directives that aren't specified, for a schema that doesn't know them and for one that does.</summary>
    private static async Task<List<(string Request, string Reference, string Engine)>> AnswersAsync(IReadOnlyCollection<string> documents, string[]? rules)
    {
        List<string> requests =
        [
            .. documents.SelectMany(document => ((string[])[Zoo.Sdl, Zoo.Sdl + ValidationClauses.DeferAndStream]).Select(schema => JsonSerializer.Serialize(new { action = "validate", schema, document, rules }))),
        ];
        var answers = new List<(string Request, string Reference, string Engine)>();
        foreach (var (request, reference) in requests.Zip(await Reference.AnswerAsync(requests)))
        {
            answers.Add((request, reference, await Driver.AnswerAsync(request)));
        }

        return answers;
    }

    /// <summary>Only where operations are missing can one be asked that the schema doesn't have.</summary>
    private static Schema SchemaFor(string rule) => rule == "KnownOperationTypesRule" ? new SchemaBuilder().Sdl(OnlyQueries).Build() : Zoo.Schema;
}
