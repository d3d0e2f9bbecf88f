using System.Net;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Customers;

/// <summary>A customer's page tells everything that happened once, and its tabs say how much there is.</summary>
[Collection(HostCollection.Name)]
public sealed partial class CustomerTimelineTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, Language.English, "No date")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, Language.Chinese, "未填日期")]
    public async Task Every_entry_stands_once_over_the_pages_and_in_order(string tenant, string email, Language language, string undated)
    {
        var (customer, written) = await WriteAsync(tenant, email);
        var visitor = await App.SignInAsync(email, language);

        var told = await PagesAsync(visitor, $"/t/{tenant}/customers/{customer}", "?show=timeline");

        Assert.Equal(written.Order(StringComparer.Ordinal), told.Select(entry => entry.Id).Order(StringComparer.Ordinal));
        var dates = told.Select(entry => entry.At).ToList();
        Assert.Equal(dates.OrderByDescending(at => at ?? "", StringComparer.Ordinal), dates);
        Assert.Equal(Undated, dates.Count(at => at is null));
        Assert.Contains(undated, visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("0001-01-01", visitor.Page, StringComparison.Ordinal);

        foreach (var (kind, prefix) in new[] { ("orders", "ord"), ("payments", "pay"), ("notes", "not") })
        {
            var alone = await PagesAsync(visitor, $"/t/{tenant}/customers/{customer}", $"?show=timeline&kind={kind}");
            Assert.Equal(told.Where(entry => entry.Id.StartsWith(prefix, StringComparison.Ordinal)), alone);
        }
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail)]
    public async Task The_tabs_count_what_was_written_for_this_customer(string tenant, string email)
    {
        var (customer, written) = await WriteAsync(tenant, email);
        var visitor = await App.SignInAsync(email);

        await visitor.GetAsync($"/t/{tenant}/customers/{customer}");

        var counts = Tab().Matches(visitor.Page).ToDictionary(tab => tab.Groups["relation"].Value, tab => tab.Groups["count"].Value);
        foreach (var (relation, prefix) in new[] { ("orders", "ord"), ("interactions", "int"), ("tasks", "tsk"), ("notes", "not"), ("payments", "pay"), ("contracts", "ctr") })
        {
            Assert.Equal((relation, Count(written, prefix)), (relation, counts[relation]));
        }

        Assert.Equal("2", counts["contacts"]);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("0001-01-01")]
    [InlineData("2026-03-01T00:00:00.000Z")]
    [InlineData("2026-03-01T00:00:00.000Z~orders~cus_0000000000000")]
    [InlineData("2026-03-01T00:00:00.000Z~customers~cus_0000000000000")]
    [InlineData("9999-99-99T00:00:00.000Z~orders~ord_0000000000000")]
    [InlineData("~~")]
    public async Task A_place_that_is_none_is_refused(string before)
    {
        var (customer, _) = await EnterAsync(TwoTenants.Acme, LedgerApp.AnnaEmail, []);
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        var answer = await anna.GetAsync($"/t/acme/customers/{customer}?show=timeline&before={Uri.EscapeDataString(before)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Begin with the first page", anna.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("")]
    public async Task The_ends_of_time_are_places(string moment)
    {
        var (customer, _) = await EnterAsync(TwoTenants.Acme, LedgerApp.AnnaEmail, []);
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        var answer = await anna.GetAsync($"/t/acme/customers/{customer}?show=timeline&before={moment}~contracts~ctr_0000000000000");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private const int Undated = 36;

    private static string Count(IEnumerable<string> ids, string prefix) =>
        ids.Count(id => id.StartsWith(prefix + "_", StringComparison.Ordinal)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Entries of all kinds: more than a page of one moment, days that begin at the moment of another entry, and more than a page without a date.</summary>
    private async Task<(string Customer, IReadOnlyList<string> Told)> WriteAsync(string tenant, string email)
    {
        var changes = new List<(string Entity, (string, object?)[] Values)>();
        void Add(int count, string entity, params (string, object?)[] values) => changes.AddRange(Enumerable.Repeat((entity, values), count));

        Add(40, "order", ("orderedAt", "2026-03-02"));
        Add(3, "order", ("orderedAt", "2026-03-01 09:30"));
        Add(8, "interaction", ("kind", "phone"), ("at", "2026-03-02"));
        Add(1, "interaction", ("kind", "phone"), ("at", "2026-03-02 00:00:00.001"));
        Add(2, "event", ("kind", "viewed"), ("at", "2026-03-02"));
        Add(34, "note", ("body", "Imported"));
        Add(2, "task", ("subject", "Call"));
        Add(1, "ticket", ("subject", "Broken"));
        Add(1, "need", ("subject", "More"));
        Add(2, "project", ("name", "Dated"), ("startsOn", "2026-03-02"));
        Add(1, "project", ("name", "Undated"));
        Add(2, "contract", ("signedOn", "2026-03-01"));
        Add(3, "contract");
        Add(5, "payment", ("paidOn", "2026-03-02"));
        Add(32, "payment");
        return await EnterAsync(tenant, email, changes);
    }

    /// <summary>A customer with two contacts and these records, in one change set: what is created with it has one moment.</summary>
    private async Task<(string Customer, IReadOnlyList<string> Told)> EnterAsync(string tenant, string email, IReadOnlyList<(string Entity, (string, object?)[] Values)> told)
    {
        var scope = await App.OpenAsync(tenant, email);
        (string, object?) ofCustomer = ("customer", new RecordReference.ByLabel("it"));
        IReadOnlyList<RecordChange> changes =
        [
            new(Verb.Create, "customer") { Label = "it", Values = FieldValues.Of(("name", "Told Ltd")) },
            new(Verb.Create, "customer") { Values = FieldValues.Of(("name", "Another Ltd")) },
            new(Verb.Create, "contact") { Values = FieldValues.Of(("name", "Wendy"), ofCustomer) },
            new(Verb.Create, "contact") { Values = FieldValues.Of(("name", "Mark"), ofCustomer) },
            .. told.Select(entry => new RecordChange(Verb.Create, entry.Entity) { Values = FieldValues.Of([.. entry.Values, ofCustomer]) }),
        ];
        var set = new ChangeSet(Door.Import, changes) { Duplicates = DuplicatePolicy.Create };
        var rows = (await App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, set, default)).Rows;
        Assert.Empty(rows.SelectMany(row => row.Refusals));
        var ids = rows.Select((row, at) => RecordIds.Format(scope.Schema[changes[at].Entity].IdPrefix, row.Id!.Value)).ToList();
        return (ids[0], ids[4..]);
    }

    /// <summary>Follows a timeline to its end.</summary>
    private static async Task<List<(string Id, string? At)>> PagesAsync(LedgerVisitor visitor, string address, string first)
    {
        var told = new List<(string Id, string? At)>();
        for (var next = first; next is not null;)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address + next)).StatusCode);
            told.AddRange(Entry().Matches(visitor.Page).Select(entry => (entry.Groups["id"].Value, entry.Groups["at"] is { Success: true, Value: var at } ? at : null)));
            Assert.True(told.Count < 1_000, "The timeline has no end.");
            next = Earlier().Match(visitor.Page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups["address"].Value) : null;
        }

        return told;
    }

    [GeneratedRegex("""<li>\s*<(time datetime="(?<at>[^"]+)"|span class="cl-undated").*?href="[^"]*/(?<id>[a-z]+_[0-9a-z]+)">""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1_000)]
    private static partial Regex Entry();

    [GeneratedRegex("""rel="next" href="(?<address>[^"]+)">""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Earlier();

    [GeneratedRegex("""href="\?show=(?<relation>[a-z]+)"[^>]*>[^<]*<span class="cl-count">(?<count>\d+)<""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Tab();
}
