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

    [Fact]
    public Task Operations_that_a_schema_does_not_have() => Differential.AgreeAsync(((string[])["mutation { a }", "subscription { a }", "{ a }"]).SelectMany(document =>
        ((string[])["KnownOperationTypesRule", "FieldsOnCorrectTypeRule"]).Select(rule => new { action = "validate", schema = OnlyQueries, document, rules = (string[])[rule] })));

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

    /// <summary>Only where operations are missing can one be asked that the schema doesn't have.</summary>
    private static Schema SchemaFor(string rule) => rule == "KnownOperationTypesRule" ? new SchemaBuilder().Sdl(OnlyQueries).Build() : Zoo.Schema;
}
