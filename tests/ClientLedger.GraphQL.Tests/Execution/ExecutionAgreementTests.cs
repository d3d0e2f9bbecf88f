using ClientLedger.GraphQL.Conformance;
using ClientLedger.GraphQL.Tests.Comparison;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>Documents are executed as the reference implementation executes them.</summary>
public sealed class ExecutionAgreementTests
{
    private static readonly Dictionary<string, ExecutionCase[]> ByHand = ExecutionClauses.All.Concat(CompletionClauses.All).ToDictionary(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Clauses))]
    public Task A_clause_of_execution(string clause) => Differential.AgreeAsync(ByHand[clause].Select(execution => execution.Request));

    [Fact]
    public Task A_schema_tells_of_itself() => Differential.AgreeAsync(
        new { action = "introspect", schema = ExecutionClauses.FullSchema },
        new
        {
            action = "introspect",
            schema = """
                "Described" schema { query: Q mutation: M }
                directive @d(a: Int = 5, old: [String!] = ["x"] @deprecated) repeatable on FIELD | OBJECT
                "A query" type Q { a(x: In = { f: 1, g: [A, B] }, gone: Int @deprecated(reason: "no")): [[Q!]!]! old: Int @deprecated }
                type M implements I & J & K { j: Int k: Int i(x: Float = 1.50): ID } interface J { j: Int } interface I implements J & K { j: Int k: Int i: ID } interface K { k: Int }
                union U = Q | M
                input In { f: Int! g: [E!] = [A] h: String = "\"quoted\"" old: Int @deprecated }
                input One @oneOf { a: Int b: [One] }
                enum E { A B @deprecated(reason: "old") "Described" C }
                scalar Url @specifiedBy(url: "https://url.example")
                """,
        });

    [Theory]
    [InlineData("9007199254740992", true)]
    [InlineData("9007199254740993", false)]
    [InlineData("123456789012345678", false)]
    public async Task Long_numbers_keep_their_digits(string number, bool areAlike)
    {
        var line = $$$"""{"action":"execute","schema":"type Query { float: Float any: Any id: ID text: String } scalar Any","document":"{ float any id text }","root":{"float":{{{number}}},"any":{{{number}}},"id":{{{number}}},"text":{{{number}}}}}""";
        var (reference, engine) = ((await Reference.AnswerAsync([line]))[0], await Driver.AnswerAsync(line));
        Assert.Equal($$$"""{"data":{"float":{{{number}}},"any":{{{number}}},"id":"{{{number}}}","text":"{{{number}}}"}}""", engine);
        Assert.Equal(areAlike, Answer.Canonical(reference) == Answer.Canonical(engine));
        Assert.True(areAlike || Divergences.AreMeant(reference, engine));
    }

    public static TheoryData<string> Clauses() => [.. ByHand.Keys];
}
