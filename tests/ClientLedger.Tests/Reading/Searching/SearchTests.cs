using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Reading.Searching;

public sealed class SearchTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Searches_of_chance_have_the_hits_of_the_plain_ledger(Provider provider)
    {
        await using var world = await ReadWorld.CreateAsync(provider, Depth.Seed(21, output), customers: 60);
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

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_frequent_term_ends_at_the_limit_and_says_so_but_a_record_rule_comes_before_any_cut(Provider provider)
    {
        var customers = Enumerable.Range(1, 60).Select(n => ("customer", new Dictionary<string, object?> { ["name"] = $"深圳{n}", ["owner"] = n > 50 ? ReadCase.Ann : 99L }));
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, new ReadLimits { SearchRows = 40 }, [.. customers]);
        var owner = await made.Gate.SearchAsync(made.Owner, new SearchQuery("深圳", []), CancellationToken.None);
        var own = await made.Gate.SearchAsync(made.Caller(new Grant("customer", new OwnRecords())), new SearchQuery("深圳", []), CancellationToken.None);

        Assert.Equal((20, true, 40), (owner.Hits.Count, owner.More, owner.RowsRead));
        Assert.Equal((10, false), (own.Hits.Count, own.More));
        Assert.All(own.Hits, hit => Assert.InRange(hit.Id, 51, 60));
    }

    [Theory]
    [InlineData("深圳华强 1234", "1234")]
    [InlineData("sz 深圳华强", "深圳华强")]
    [InlineData("li huaqiang", "huaqiang")]
    public void Of_several_words_the_rarest_drives(string text, string expected)
    {
        var driver = SearchWord.Of(text).MaxBy(word => word.Rarity)!;

        Assert.Contains("E" + expected, driver.Asked[(int)Match.Exact]);
    }
}
