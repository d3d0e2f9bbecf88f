using ClientLedger.GraphQL.Tests.Comparison;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Validation;

/// <summary>Documents that are judged as by the reference implementation: the same errors at the same places.</summary>
public sealed class ValidationAgreementTests(ITestOutputHelper output)
{
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
}
