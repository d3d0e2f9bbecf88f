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

    public static TheoryData<string> Clauses() => [.. ByHand.Keys];
}
