using System.Text.Json.Nodes;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Reading;

/// <summary>The read gate by itself against the plain ledger: rows, pages in both directions, counts and searches, for owners and for callers with mixed grants.</summary>
public sealed class ReadGateOracleTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Queries_of_chance_have_the_rows_of_the_plain_ledger(Provider provider)
    {
        var seed = Depth.Seed(20, output);
        await using var world = await ReadWorld.CreateAsync(provider, seed, customers: 40);
        var refused = 0;
        for (var i = 0; i < Depth.Count(3000); i++)
        {
            var tenant = 1 + (i % 2);
            var plain = i % 3 == 0 ? world.Plain.Owner(tenant) : world.Plain.Caller(tenant);
            var sight = world.Plain.Sight(plain);
            if (new RandomQueries(world.Plain.Chance, sight, world.Plain.Values).Next() is { } query)
            {
                refused += await CompareAsync(world, sight, query, i) ? 0 : 1;
            }
        }

        output.WriteLine($"{world.Gate.PlanCount} plans, {refused} refused");
        Assert.InRange(refused, 0, Depth.Count(3000) / 20);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Searches_of_chance_have_the_hits_of_the_plain_ledger(Provider provider)
    {
        var seed = Depth.Seed(21, output);
        await using var world = await ReadWorld.CreateAsync(provider, seed, customers: 60);
        for (var i = 0; i < Depth.Count(3000); i++)
        {
            var tenant = 1 + (i % 2);
            var plain = i % 2 == 0 ? world.Plain.Owner(tenant) : world.Plain.Caller(tenant);
            var sight = world.Plain.Sight(plain);
            var query = new RandomSearches(world.Plain.Chance, sight).Next();
            if (PlainSearch.Refuse(sight, query) is not null)
            {
                continue;
            }

            var (hits, more) = PlainSearch.Find(sight, query);
            var answer = await world.Gate.SearchAsync(world.Scope(plain), query, CancellationToken.None);

            Assert.True(hits.SequenceEqual(answer.Hits), $"{i} '{query.Text}': {string.Join(", ", hits)}\nbut {string.Join(", ", answer.Hits)}");
            Assert.Equal(more, answer.More);
        }
    }

    /// <returns>False where the gate refuses what the plain ledger answers: deleted records by several values.</returns>
    private static async Task<bool> CompareAsync(ReadWorld world, PlainSight sight, LedgerQuery query, int number)
    {
        var scope = world.Scope(sight.Scope);
        var expected = PlainQueries.Rows(sight, query);
        try
        {
            var (page, rows) = await world.ReadAsync(scope, query);
            Same(number, query, PlainJson.Answer(sight, query, expected.Take(query.Size))["rows"]!, rows);
            Assert.Equal(query.Count ? expected.Count : null, page.Total);
            Assert.Equal(expected.Count > query.Size, page.HasNext);
            var shown = page.Rows;
            while (page is { HasNext: true, End: { } end })
            {
                (page, rows) = await world.ReadAsync(scope, query with { After = end, Count = false });
                Same(number, query, PlainJson.Answer(sight, query, expected.Skip(shown).Take(query.Size))["rows"]!, rows);
                shown += page.Rows;
                if (page is { HasNext: false, Start: { } start })
                {
                    (var before, rows) = await world.ReadAsync(scope, query with { Before = start, Count = false });
                    var skip = Math.Max(0, shown - page.Rows - query.Size);
                    Same(number, query, PlainJson.Answer(sight, query, expected.Skip(skip).Take(shown - page.Rows - skip))["rows"]!, rows);
                    Assert.Equal(skip > 0, before.HasPrevious);
                }
            }

            (_, rows) = await world.ReadAsync(scope, query with { FromEnd = true, Count = false });
            Same(number, query, PlainJson.Answer(sight, query, expected.TakeLast(query.Size))["rows"]!, rows);
            return true;
        }
        catch (RefusedException refused) when (refused.Refusal.Code.Code == "query.deletedSeveral")
        {
            return false;
        }
    }

    private static void Same(int number, LedgerQuery query, JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{number}: {query.Entity} {Text(query)}\nexpected {expected.ToJsonString()}\nactual   {actual.ToJsonString()}");

    private static string Text(LedgerQuery query) => System.Text.Json.JsonSerializer.Serialize(new { query.Where, query.OrderBy, query.Size, query.Deleted })
        + string.Join(",", query.Select);
}
