using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Oracle;

/// <summary>Groups and their figures are those of the plain ledger.</summary>
public sealed class AggregatesTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Groups_have_the_figures_of_the_plain_ledger(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(331, output), customers: 40);
        var grouped = 0;
        for (var i = 0; i < Depth.Count(400);)
        {
            var scope = i % 3 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2);
            var sight = twin.World.Sight(scope);
            if (new RandomAggregates(twin.World.Chance, sight, twin.World.Values).Next() is not { } query)
            {
                continue;
            }

            i++;
            var expected = PlainGroups.Of(sight, query);
            var groups = await twin.Reading.AggregateAsync(twin.Open(scope), query, default);
            var fields = query.GroupBy.Select(key => scope.Schema[query.Entity].Find(key.Field)!).ToList();
            Assert.Equal(
                Text(query, expected),
                Text(query, [.. groups.Select(group => group with { Keys = [.. group.Keys.Select((key, at) => PlainGroups.Folded(fields[at], key))] })]));
            grouped += groups.Count;
        }

        Assert.True(grouped > Depth.Count(400), $"{grouped} groups");
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_makes_no_sense_is_refused(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider, RandomFields.Extend(BuiltInEntities.Schema));
        foreach (var (code, query) in new (string, AggregateQuery)[]
        {
            ("query.entityUnknown", new("nonsense")),
            ("query.fieldUnknown", new("customer") { GroupBy = [new("nonsense")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("phones")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("remarks")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("nationalId")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("ownLongText")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("severalText")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("secretText")] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("city", PeriodUnit.Month)] }),
            ("query.notGroupable", new("customer") { GroupBy = [new("ownText", PeriodUnit.Month)] }),
            ("query.tooManyGroupKeys", new("customer") { GroupBy = [new("city"), new("kind"), new("grade"), new("stage")] }),
            ("query.aggregateField", new("customer") { Measures = [new(MeasureFunction.Sum)] }),
            ("query.aggregateField", new("customer") { Measures = [new(MeasureFunction.Count, "city")] }),
            ("query.notAggregable", new("customer") { Measures = [new(MeasureFunction.Sum, "birthday")] }),
            ("query.notAggregable", new("customer") { Measures = [new(MeasureFunction.Maximum, "city")] }),
            ("query.notAggregable", new("customer") { Measures = [new(MeasureFunction.Distinct, "phones")] }),
            ("query.percentOutOfRange", new("customer") { Measures = [new(MeasureFunction.Percentile, "creditLimit", 100.5m)] }),
            ("query.percentOutOfRange", new("customer") { Measures = [new(MeasureFunction.Percentile, "creditLimit", 0.001m)] }),
            ("query.percentOutOfRange", new("customer") { Measures = [new(MeasureFunction.Percentile, "creditLimit")] }),
        })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => gates.Reading.AggregateAsync(gates.Owner(), query, default));
            Assert.Equal((code, query), (refused.Refusal.Code.Code, query));
        }
    }

    private static string Text(AggregateQuery query, IReadOnlyList<AggregateGroup> groups) =>
        $"{query.Entity} {string.Join(", ", query.GroupBy)} {string.Join(", ", query.Measures)}\n{string.Join('\n', groups.Select(group => $"{Text(group.Keys)}: {Text(group.Values)}"))}";

    private static string Text(IEnumerable<object?> values) => string.Join(" | ", values.Select(value => value switch
    {
        null => "-",
        decimal number => (number / 1.000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(value is DateTime ? "O" : null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));
}
