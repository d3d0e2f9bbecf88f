using ClientLedger.Reading;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Oracle;

/// <summary>What the generators make is of use: ledgers are full, queries may be asked and find something, changes do all that can be done.</summary>
public sealed class GeneratorTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new FixedClock().GetUtcNow();

    [Fact]
    public void A_ledger_holds_records_of_every_kind_with_every_field_in_both_tenants()
    {
        var world = Grown(Depth.Seed(1, output));

        foreach (var tenant in PlainWorld.Tenants)
        {
            foreach (var entity in world.Schema.Entities)
            {
                var records = world.Ledger.Of(tenant, entity.Name).ToList();
                Assert.NotEmpty(records);
                foreach (var field in RandomRecords.Writable(entity))
                {
                    Assert.Contains(records, record => record[field.Name] is not null);
                }
            }
        }
    }

    [Fact]
    public void Queries_may_be_asked_and_many_find_something()
    {
        var world = Grown(Depth.Seed(2, output));
        var found = 0;
        for (var i = 0; i < 200; i++)
        {
            var sight = world.Sight(i % 2 == 0 ? world.Owner(1) : world.Caller(1));
            if (new RandomQueries(world.Chance, sight, world.Values).Next() is { } query)
            {
                Assert.Null(PlainChecks.Refuse(sight, query));
                var rows = PlainQueries.Rows(sight, query);
                found += rows.Count > 0 ? 1 : 0;
                _ = PlainJson.Answer(sight, query, rows);
            }
        }

        output.WriteLine($"{found} of 200 queries found something.");
        Assert.InRange(found, 50, 200);
    }

    [Fact]
    public void Queries_with_a_flaw_are_refused_in_many_ways()
    {
        var world = Grown(Depth.Seed(5, output));
        var codes = new List<string>();
        for (var i = 0; i < 300; i++)
        {
            var sight = world.Sight(world.Caller(2));
            if (new FlawedQueries(world.Chance, sight, world.Values).Next() is { } query)
            {
                var code = PlainChecks.Refuse(sight, query);
                Assert.NotNull(code);
                codes.Add(code);
            }
        }

        output.WriteLine(string.Join(", ", codes.CountBy(code => code)));
        Assert.InRange(codes.Distinct().Count(), 12, 20);
    }

    [Fact]
    public void Searches_find_exact_values_starts_and_parts()
    {
        var world = Grown(Depth.Seed(6, output));
        var matches = new List<Match>();
        for (var i = 0; i < 200; i++)
        {
            var sight = world.Sight(i % 2 == 0 ? world.Owner(1) : world.Caller(1));
            var query = new RandomSearches(world.Chance, sight).Next();
            if (PlainSearch.Refuse(sight, query) is null)
            {
                matches.AddRange(PlainSearch.Find(sight, query).Hits.Select(hit => hit.Match));
            }
        }

        output.WriteLine(string.Join(", ", matches.CountBy(match => match)));
        Assert.Equal(Enum.GetValues<Match>(), matches.Distinct().Order());
    }

    [Fact]
    public void Changes_have_every_outcome()
    {
        var world = Grown(Depth.Seed(3, output));
        var changes = new RandomChanges(world.Chance, world.Schema, world.Values);
        var outcomes = new List<Outcome>();
        var refusals = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            var scope = i % 2 == 0 ? world.Owner(1) : world.Caller(1);
            var rows = world.Apply(scope, changes.Next(world.Ledger, 1)).Rows;
            outcomes.AddRange(rows.Select(row => row.Outcome));
            refusals.AddRange(rows.SelectMany(row => row.Refusals).Select(refusal => refusal.Code));
        }

        output.WriteLine(string.Join(", ", outcomes.CountBy(outcome => outcome)));
        output.WriteLine(string.Join(", ", refusals.CountBy(code => code)));
        Assert.Equal(Enum.GetValues<Outcome>(), outcomes.Distinct().Order());
    }

    private static PlainWorld Grown(int seed)
    {
        var world = new PlainWorld(seed, Now);
        foreach (var (scope, set) in world.Growth(customers: 30))
        {
            var result = world.Apply(scope, set);
            Assert.True(result.Applied, string.Join("; ", result.Rows.SelectMany(row => row.Refusals)));
        }

        world.Share();
        return world;
    }
}
