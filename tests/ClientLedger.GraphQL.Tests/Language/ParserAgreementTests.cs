using ClientLedger.GraphQL.Tests.Comparison;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Language;

/// <summary>Documents that are parsed and printed as the reference implementation does, mistakes included: by hand for every clause of the specification's chapter 2 and of its grammar, and generated.</summary>
public sealed class ParserAgreementTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string[]> ByHand =
        GrammarClauses.All.Concat(TypeSystemClauses.All).Concat(PrintingClauses.All).ToDictionary(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Clauses))]
    public Task A_clause_of_the_grammar(string clause) => AgreeAsync(ByHand[clause]);

    [Fact]
    public Task Halves_of_surrogate_pairs() => Differential.AgreeOnLinesAsync(
    [
        """{"action":"print","document":"\ud800"}""",
        """{"action":"print","document":"{ a(b: \"\ud83d\ude00\") }"}""",
        """{"action":"print","document":"{ a(b: \"\ud83d\") }"}""",
        """{"action":"print","document":"{ a(b: \"\"\"\ude00\"\"\") }"}""",
        """{"action":"print","document":"{ a } # \ud83d\ude00 \ud83d x\n{ b }"}""",
        """{"action":"print","document":"\ud83d\ude00"}""",
    ]);

    [Fact]
    public Task Generated_documents()
    {
        var chance = new Chance(Depth.Seed(1, output));
        return AgreeAsync([.. Enumerable.Range(0, Depth.Count(20_000)).Select(_ => new RandomSyntax(chance).Document())]);
    }

    [Fact]
    public Task Generated_documents_with_mistakes()
    {
        var chance = new Chance(Depth.Seed(2, output));
        return AgreeAsync([.. Enumerable.Range(0, Depth.Count(20_000)).Select(_ => Mutation.Of(new RandomSyntax(chance).Document(), chance))]);
    }

    public static TheoryData<string> Clauses() => [.. ByHand.Keys];

    private static Task AgreeAsync(IReadOnlyList<string> documents) => Differential.AgreeAsync(documents.Select(document => new { action = "print", document }));
}
