using ClientLedger.GraphQL.Tests.Comparison;
using ClientLedger.GraphQL.Tests.Generators;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using Xunit.Abstractions;

namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>Schemas are accepted and refused as the reference implementation does: by hand for every clause of the specification's chapter 3, and generated.</summary>
public sealed class SchemaAgreementTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string[]> ByHand = SdlClauses.All.Concat(SchemaClauses.All).ToDictionary(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Clauses))]
    public Task A_clause_of_the_type_system(string clause) => AgreeAsync(ByHand[clause]);

    [Fact]
    public Task Generated_schemas_are_valid()
    {
        var chance = new Chance(Depth.Seed(3, output));
        return AgreeAsync(Schemas(chance, flaws: 0, Depth.Count(5_000)));
    }

    [Fact]
    public Task Generated_schemas_with_flaws()
    {
        var chance = new Chance(Depth.Seed(4, output));
        return AgreeAsync([.. Schemas(chance, flaws: 1, Depth.Count(10_000)), .. Schemas(chance, flaws: 5, Depth.Count(5_000))]);
    }

    [Fact]
    public Task Schemas_are_printed_alike()
    {
        var chance = new Chance(Depth.Seed(5, output));
        List<string> generated = [.. Schemas(chance, flaws: 0, Depth.Count(5_000)), .. Schemas(chance, flaws: 1, Depth.Count(2_000))];
        return Differential.AgreeAsync(ByHand.Values.SelectMany(schemas => schemas).Concat(generated).Select(schema => new { action = "printSchema", schema }));
    }

    [Fact]
    public Task Schemas_are_extended_alike()
    {
        var chance = new Chance(Depth.Seed(6, output));
        return Differential.AgreeAsync(Enumerable.Range(0, Depth.Count(5_000)).Select(_ =>
        {
            var (schema, extension) = (new RandomSchema(chance), new RandomSchema(chance, flaws: 1));
            return new { action = "extendSchema", schema = schema.Sdl(), extension = chance.In(70) ? schema.Extension() : Extension(extension) };
        }));
    }

    [Fact]
    public Task Extensions_by_hand() => Differential.AgreeAsync(ExtensionClauses.All.Select(clause => new { action = "extendSchema", schema = clause.Schema, extension = clause.Extension }));

    [Fact]
    public Task Schema_coordinates() => Differential.AgreeAsync(CoordinateClauses.All.Select(coordinate => new { action = "findElement", schema = SchemaClauses.Everything, coordinate }));

    public static TheoryData<string> Clauses() => [.. ByHand.Keys];

    private static List<string> Schemas(Chance chance, int flaws, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new RandomSchema(chance, flaws).Sdl())];

    /// <summary>An extension that belongs to another schema, so that half of what it names isn't there.</summary>
    private static string Extension(RandomSchema other)
    {
        other.Sdl();
        return other.Extension();
    }

    private static Task AgreeAsync(IReadOnlyList<string> schemas) => Differential.AgreeAsync(schemas.Select(schema => new { action = "validateSchema", schema }));
}
