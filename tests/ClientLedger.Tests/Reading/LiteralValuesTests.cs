using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Reading;

/// <summary>Values are values: no character of theirs is SQL, a wildcard or a path.</summary>
public sealed class LiteralValuesTests
{
    private static readonly string[] Names = ["50% off", "50x off", "a_b", "axb", "c[d]e", "cde", "it's \"quoted\"", "x'; DROP TABLE \"Customers\"; --", "back\\slash", "$.name", "@p0"];

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Every_name_is_found_by_itself_and_its_parts_alone(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, [.. Names.Select(name => new Dictionary<string, object?> { ["name"] = name })]);
        foreach (var name in Names)
        {
            Assert.Equal([name], await made.NamesAsync(new FieldFilter("name", Operator.Equals, name)));
            Assert.Equal([name], await made.NamesAsync(new FieldFilter("name", Operator.In, [name])));
            Assert.Equal([name], await made.NamesAsync(new FieldFilter("name", Operator.StartsWith, name)));
            Assert.Equal([name], await made.NamesAsync(new FieldFilter("name", Operator.EndsWith, name)));
            Assert.Equal([name], await made.NamesAsync(new FieldFilter("name", Operator.Contains, name)));
        }

        Assert.Equal(["50% off"], await made.NamesAsync(new FieldFilter("name", Operator.Contains, "%")));
        Assert.Equal(["a_b"], await made.NamesAsync(new FieldFilter("name", Operator.Contains, "_")));
        Assert.Equal(["c[d]e"], await made.NamesAsync(new FieldFilter("name", Operator.Contains, "[d]")));
        Assert.Empty(await made.NamesAsync(new FieldFilter("name", Operator.Contains, "' OR 1=1 --")));
        Assert.Equal(Names.Length, (await made.NamesAsync(new Not(new FieldFilter("name", Operator.Equals, "nobody")))).Count);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_key_of_the_answer_may_hold_anything(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new Dictionary<string, object?>());
        const string key = "a\"b'; --\n漢";
        var (_, rows) = await made.ReadAsync(made.Owner, new("customer") { Select = [new FieldSelection(key, "name")] });

        Assert.Equal("Customer 1", rows[0]![key]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_search_takes_every_character_as_it_is(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, [.. Names.Select(name => new Dictionary<string, object?> { ["name"] = name })]);

        Assert.Equal(["50% off"], await FoundAsync(made, "50%"));
        Assert.Equal(["a_b"], await FoundAsync(made, "a_b"));
        Assert.Equal(["it's \"quoted\""], await FoundAsync(made, "it's"));
        Assert.Empty(await FoundAsync(made, "%"));
    }

    private static async Task<List<string?>> FoundAsync(ReadCase made, string text)
    {
        var answer = await made.Gate.SearchAsync(made.Owner, new SearchQuery(text, []), CancellationToken.None);
        return [.. answer.Hits.Select(hit => hit.Title)];
    }
}
