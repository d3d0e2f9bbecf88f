using ClientLedger.GraphQL.Tests.Comparison;

namespace ClientLedger.GraphQL.Tests.Language;

public sealed class ParserAgreementTests
{
    [Fact]
    public Task The_harness_works() => Differential.AgreeAsync(
        new { action = "parse", document = "{ a" },
        new { action = "print", document = "query ($a: Int = 1) { a(b: [1, 2]) }" });
}
