using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.Tests.Reading;

/// <summary>A cursor fits the list that it was made for, and no other.</summary>
public sealed class CursorTests
{
    private static readonly LedgerQuery ByCity = new("customer") { OrderBy = [new SortKey("city")], Size = 1 };

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_cursor_is_refused_by_another_order_another_entity_and_another_tenant(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, [], []);
        var (page, _) = await made.ReadAsync(made.Owner, ByCity);
        var other = made.Scope(RandomRights.Owner(BuiltInEntities.Schema, ReadCase.Ann), ReadCase.Globex);

        (page, _) = await made.ReadAsync(made.Owner, ByCity with { After = page.End });
        Assert.Equal(1, page.Rows);
        foreach (var (scope, query) in new[]
        {
            (made.Owner, ByCity with { OrderBy = [new SortKey("name")] }),
            (made.Owner, ByCity with { OrderBy = [new SortKey("city", Descending: true)] }),
            (made.Owner, ByCity with { OrderBy = [] }),
            (made.Owner, ByCity with { Deleted = true }),
            (made.Owner, new LedgerQuery("contact")),
            (other, ByCity),
        })
        {
            Assert.Equal("query.cursorInvalid", (await made.RefusedAsync(scope, query with { After = page.End })).Code.Code);
            Assert.Equal("query.cursorInvalid", (await made.RefusedAsync(scope, query with { Before = page.End })).Code.Code);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_cursor_that_was_altered_in_any_place_is_refused(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new Dictionary<string, object?>());
        var (page, _) = await made.ReadAsync(made.Owner, ByCity);
        for (var i = 0; i < page.End!.Length; i++)
        {
            var altered = page.End[..i] + (page.End[i] == 'A' ? 'B' : 'A') + page.End[(i + 1)..];
            Assert.Equal("query.cursorInvalid", (await made.RefusedAsync(made.Owner, ByCity with { After = altered })).Code.Code);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_cursor_does_not_show_what_it_holds(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new Dictionary<string, object?> { ["city"] = "secretcity" });
        var (page, _) = await made.ReadAsync(made.Owner, ByCity);

        Assert.DoesNotContain("secretcity", System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(page.End)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Pages_go_forth_and_back_over_empty_and_equal_values(Provider provider)
    {
        string?[] cities = [null, "b", "a", null, "b", "b", "c", null, "a"];
        await using var made = await ReadCase.OfCustomersAsync(provider, [.. cities.Select(city => new Dictionary<string, object?> { ["city"] = city })]);
        foreach (var descending in new[] { false, true })
        {
            var query = new LedgerQuery("customer") { Select = [new FieldSelection("version"), new FieldSelection("name")], OrderBy = [new SortKey("city", descending)], Size = 2 };
            var (_, all) = await made.ReadAsync(made.Owner, query with { Size = 100 });
            var names = all.Select(row => row!["name"]!.GetValue<string>()).ToList();
            var expected = cities.Select((city, at) => (city, Name: $"Customer {at + 1}", at));
            expected = descending ? expected.OrderByDescending(pair => pair.city, StringComparer.Ordinal) : expected.OrderBy(pair => pair.city, StringComparer.Ordinal);
            Assert.Equal(expected.Select(pair => pair.Name), names);
            Assert.Equal(names, await WalkAsync(made, query, page => page.HasNext ? query with { After = page.End } : null));
            var back = await WalkAsync(made, query with { FromEnd = true }, page => page.HasPrevious ? query with { Before = page.Start } : null, fromEnd: true);
            Assert.Equal(names, back);
        }
    }

    private static async Task<List<string>> WalkAsync(ReadCase made, LedgerQuery first, Func<PageInfo, LedgerQuery?> next, bool fromEnd = false)
    {
        var names = new List<string>();
        for (var query = first; query is not null;)
        {
            var (page, rows) = await made.ReadAsync(made.Owner, query);
            var found = rows.Select(row => row!["name"]!.GetValue<string>()).ToList();
            names.InsertRange(fromEnd ? 0 : names.Count, found);
            query = next(page);
        }

        return names;
    }
}
