using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
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

            await CompareAsync(world, plain, query);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_frequent_term_ends_when_there_are_more_hits_than_shown_but_a_record_rule_comes_before_any_cut(Provider provider)
    {
        var customers = Enumerable.Range(1, 60).Select(n => ("customer", new Dictionary<string, object?> { ["name"] = $"深圳{n}", ["owner"] = n > 50 ? ReadCase.Ann : 99L }));
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, new ReadLimits { SearchRows = 40 }, [.. customers]);
        var owner = await made.Gate.SearchAsync(made.Owner, new SearchQuery("深圳", []), CancellationToken.None);
        var own = await made.Gate.SearchAsync(made.Caller(new Grant("customer", new OwnRecords())), new SearchQuery("深圳", []), CancellationToken.None);

        // Of what Ann doesn't see no row is returned.
        Assert.Equal((20, true, 32), (owner.Hits.Count, owner.More, owner.RowsRead));
        Assert.Equal((10, false, 10), (own.Hits.Count, own.More, own.RowsRead));
        Assert.All(own.Hits, hit => Assert.InRange(hit.Id, 51, 60));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Where_the_caller_sees_few_records_they_are_looked_through_and_others_come_by_the_index(Provider provider)
    {
        const int Few = 5;
        var customers = Enumerable.Range(1, 60).Select(n => ("customer", new Dictionary<string, object?> { ["name"] = $"深圳{n}", ["owner"] = n > 60 - Few ? ReadCase.Ann : 99L }));
        var contacts = Enumerable.Range(1, 60).Select(n => ("contact", new Dictionary<string, object?> { ["name"] = $"深圳{n}", ["customer"] = n > 50 ? 58L : 1L }));
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, new ReadLimits { SearchRows = 10 * Few }, [.. customers, .. contacts]);
        var watched = new WatchedLedger(made.Database);
        var caller = made.Caller(new Grant("customer", new OwnRecords()), new Grant("contact", new RecordsThrough("customer", new OwnRecords())));
        var scope = PlainScope.Of(ReadCase.Acme, caller.Schema, caller.Rights, watched, caller.Secrets);
        foreach (var text in new[] { "深圳", "深圳 xyz" })
        {
            watched.Forget();
            var answer = await made.Gate.SearchAsync(scope, new SearchQuery(text, []), CancellationToken.None);
            Assert.Equal(text == "深圳" ? Few + 10 : 0, answer.Hits.Count);

            // How many there are, the five customers, and of the contacts, which are more, rows of the index.
            Assert.StartsWith("2 rows: ", watched.Statements[0].ToString(), StringComparison.Ordinal);
            Assert.Equal(Few, watched.Statements.Single(statement => statement.Text.Contains("FROM \"Customers\" AS t0 WHERE", StringComparison.Ordinal) && statement != watched.Statements[0]).Rows);
            Assert.Equal(10, watched.Statements.Where(statement => statement.Text.Contains("\"SearchTerm\"", StringComparison.Ordinal)).Sum(statement => statement.Rows));
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_search_that_ends_at_its_limit_says_that_there_may_be_more(Provider provider)
    {
        var customers = Enumerable.Range(1, 60).Select(n => ("customer", new Dictionary<string, object?> { ["name"] = $"深圳{n:D2} {(n == 59 ? "yy" : "zz")}" }));
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, new ReadLimits { SearchRows = 40 }, [.. customers]);
        var beyond = await made.Gate.SearchAsync(made.Owner, new SearchQuery("深圳 yy", []), CancellationToken.None);
        var within = await made.Gate.SearchAsync(made.Owner, new SearchQuery("深圳0 zz", []), CancellationToken.None);

        Assert.Equal((0, true), (beyond.Hits.Count, beyond.More));
        Assert.InRange(beyond.RowsRead, 32, 40);
        Assert.Equal((9, false), (within.Hits.Count, within.More));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_is_not_searched_takes_no_place_within_the_limit(Provider provider)
    {
        var customers = Enumerable.Range(1, 60).Select(n => ("customer", new Dictionary<string, object?> { ["name"] = $"深圳{n:D2}" }));
        await using var made = await ReadCase.CreateAsync(
            provider, BuiltInEntities.Schema, new ReadLimits { SearchRows = 40 }, [.. customers, ("product", new() { ["name"] = "深圳茶", ["active"] = true, ["book"] = 1L })]);
        var query = new SearchQuery("深圳", ["product"]);

        // Neither for whom sees all and asks for one kind, nor for whom knows of no other.
        foreach (var caller in new[] { made.Owner, made.Caller(new Grant("product", new EveryRecord())) })
        {
            var answer = await made.Gate.SearchAsync(caller, query, CancellationToken.None);
            Assert.Equal((1, false), (answer.Hits.Count, answer.More));
            Assert.InRange(answer.RowsRead, 1, 8);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Under_record_rules_no_limit_takes_hits_away(Provider provider)
    {
        await using var world = await ReadWorld.CreateAsync(provider, Depth.Seed(23, output), customers: 60, new ReadLimits { SearchRows = 60 });
        for (var i = 0; i < Depth.Count(600);)
        {
            var tenant = 1 + (i % 2);
            var plain = world.Plain.Caller(tenant);
            var sight = world.Plain.Sight(plain);
            if (plain.Rights.On("customer") is { SeesEveryRecord: false, Grants.Count: > 0 } && new RandomSearches(world.Plain.Chance, sight).Next() is var query && PlainSearch.Refuse(sight, query) is null)
            {
                await CompareAsync(world, plain, query);
                i++;
            }
        }
    }

    [Theory]
    [InlineData("深圳华强 1234", "1234")]
    [InlineData("sz 深圳华强", "深圳华强")]
    [InlineData("li huaqiang", "huaqiang")]
    public void Of_several_words_the_rarest_drives(string text, string expected)
    {
        var driver = SearchWord.Rarest(SearchWord.Of(text));

        Assert.Contains("E" + expected, driver.Asked[(int)Match.Exact]);
    }

    private static async Task CompareAsync(ReadWorld world, LedgerScope plain, SearchQuery query)
    {
        var (hits, more) = PlainSearch.Find(world.Plain.Sight(plain), query);
        var answer = await world.Gate.SearchAsync(world.Scope(plain), query, CancellationToken.None);
        Assert.True(hits.SequenceEqual(answer.Hits), $"'{query.Text}': {string.Join(", ", hits)}\nbut {string.Join(", ", answer.Hits)}");
        Assert.Equal((query.Text, more), (query.Text, answer.More));
    }
}
