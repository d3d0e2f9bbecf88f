using System.Net;
using System.Text.RegularExpressions;
using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Views;

/// <summary>The menu and the lists lead to what somebody may see and enter, and nowhere else.</summary>
[Collection(HostCollection.Name)]
public sealed partial class ReachableListsTests : IAsyncLifetime
{
    private LedgerApp app = null!;

    public async Task InitializeAsync() => app = await LedgerApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, "Open a customer")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, "打开一位客户")]
    public async Task An_owner_is_led_to_every_list_of_the_menu_and_a_product_can_be_added_from_its_empty_list(string tenant, string email, string elsewhere)
    {
        var owner = await app.SignInAsync(email);
        await owner.GetAsync($"/t/{tenant}/");
        var menu = Menu(owner.Page);
        foreach (var plural in new[] { "customers", "orders", "products", "contacts", "tasks" })
        {
            Assert.Contains($"/t/{tenant}/{plural}", menu);
        }

        foreach (var address in menu)
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await owner.GetAsync(address)).StatusCode));
        }

        await owner.GetAsync($"/t/{tenant}/products");
        var add = Adds(owner.Page)[0];
        Assert.Equal($"/t/{tenant}/products/new", add);
        await owner.GetAsync(add);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync(add, PageForm.With(owner.Page, ("number", "P-1"), ("name", "Filter")))).StatusCode);
        await owner.GetAsync($"/t/{tenant}/products");
        Assert.Contains("Filter", owner.Page, StringComparison.Ordinal);
        Assert.Contains($"/t/{tenant}/products/new", Adds(owner.Page));

        // An order belongs to a customer, and is entered there.
        await owner.GetAsync($"/t/{tenant}/orders");
        Assert.Empty(Adds(owner.Page));
        Assert.Contains(elsewhere, owner.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_list_leads_to_a_form_that_is_not_there()
    {
        var scope = await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await MakeReaderAsync(LedgerApp.GinaEmail);
        foreach (var (email, adds) in new[] { (LedgerApp.AnnaEmail, true), (LedgerApp.GinaEmail, false) })
        {
            var visitor = await app.SignInAsync(email);
            var links = new HashSet<string>();
            foreach (var entity in scope.Schema.Entities)
            {
                await visitor.GetAsync($"/t/acme/{entity.Plural}");
                links.UnionWith(Adds(visitor.Page));
            }

            Assert.Equal(adds, links.Count > 0);
            Assert.DoesNotContain("/t/acme/attachments/new", links);
            foreach (var link in links)
            {
                Assert.Equal((link, HttpStatusCode.OK), (link, (await visitor.GetAsync(link)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task The_menu_and_what_is_empty_say_nothing_that_somebody_may_not()
    {
        var anna = await app.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/customers/new");
        var customer = (await anna.PostAsync("/t/acme/customers/new", PageForm.With(anna.Page, ("name", "Empty Ltd")))).Headers.Location!.OriginalString;
        await MakeReaderAsync(LedgerApp.GinaEmail);
        var gina = await app.SignInAsync(LedgerApp.GinaEmail);

        await gina.GetAsync("/t/acme/");
        Assert.Contains("/t/acme/products", Menu(gina.Page));
        Assert.DoesNotContain("/t/acme/orders", Menu(gina.Page));
        foreach (var empty in new[] { "/t/acme/products", customer + "?show=contacts" })
        {
            await gina.GetAsync(empty);
            Assert.Contains("目前没有您可以查看的记录", gina.Page, StringComparison.Ordinal);
            Assert.DoesNotContain("记录下第一条", gina.Page, StringComparison.Ordinal);
            await anna.GetAsync(empty);
            Assert.Contains("Enter the first one", anna.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_empty_timeline_speaks_of_nothing_that_somebody_may_not_enter()
    {
        const string Log = "登记一次沟通，这里", Order = "录入一笔订单，这里", Both = "登记一次沟通或录入一笔订单，这里", Something = "记录下第一条", Nothing = "目前没有您可以查看的记录";
        var anna = await app.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/customers/new");
        var customer = (await anna.PostAsync("/t/acme/customers/new", PageForm.With(anna.Page, ("name", "Quiet Ltd")))).Headers.Location!.OriginalString;
        await anna.GetAsync(customer);
        Assert.Contains("Log a call or enter an order", anna.Page, StringComparison.Ordinal);
        await MakeReaderAsync(LedgerApp.GinaEmail);
        var gina = await app.SignInAsync(LedgerApp.GinaEmail);
        await ToldAsync("", Nothing);

        // A contact is entered for a customer, and stands in no timeline.
        await GiveAsync(LedgerApp.GinaEmail, "Contacts", new Grant("contact", new EveryRecord()) { Create = true });
        await ToldAsync("", Nothing);
        await GiveAsync(LedgerApp.GinaEmail, "Notes", new Grant("note", new EveryRecord()) { Create = true });
        await ToldAsync("", Something);
        await GiveAsync(LedgerApp.GinaEmail, "Calls", new Grant("interaction", new EveryRecord()) { Create = true });
        await ToldAsync("", Log);
        await ToldAsync("?show=timeline", Log);
        await ToldAsync("?show=timeline&kind=notes", Something);
        await ToldAsync("?show=timeline&kind=tasks", Nothing);
        await GiveAsync(LedgerApp.GinaEmail, "Orders", new Grant("order", new EveryRecord()) { Create = true });
        await ToldAsync("", Both);
        await ToldAsync("?show=timeline&kind=orders", Order);

        async Task ToldAsync(string show, string told)
        {
            await gina.GetAsync(customer + show);
            foreach (var sentence in new[] { Log, Order, Both, Something, Nothing })
            {
                Assert.Equal((show, sentence, sentence == told), (show, sentence, gina.Page.Contains(">" + sentence, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task Who_can_import_nothing_is_not_led_there_and_finds_the_page_all_the_same()
    {
        await MakeReaderAsync(LedgerApp.GinaEmail);
        var gina = await app.SignInAsync(LedgerApp.GinaEmail);
        await gina.GetAsync("/t/globex/");
        Assert.Contains("/t/globex/imports", Menu(gina.Page));
        await gina.GetAsync("/t/acme/");
        Assert.DoesNotContain("/t/acme/imports", Menu(gina.Page));
        Assert.Equal(HttpStatusCode.OK, (await gina.GetAsync("/t/acme/imports")).StatusCode);

        // Files alone come from no line.
        await GiveAsync(LedgerApp.GinaEmail, "Files", new Grant("attachment", new EveryRecord()) { Create = true });
        await gina.GetAsync("/t/acme/");
        Assert.DoesNotContain("/t/acme/imports", Menu(gina.Page));
        await GiveAsync(LedgerApp.GinaEmail, "Corrections", new Grant("customer", new EveryRecord()) { Others = FieldRight.ReadOnly, Fields = new Dictionary<string, FieldRight> { ["city"] = FieldRight.All } });
        await gina.GetAsync("/t/acme/");
        Assert.Contains("/t/acme/imports", Menu(gina.Page));
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, "neither been filled in nor changed")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, "还没有填写或修改过")]
    public async Task The_history_of_a_field_that_never_changed_says_so(string tenant, string email, string said)
    {
        var owner = await app.SignInAsync(email);
        await owner.GetAsync($"/t/{tenant}/customers/new");
        var customer = (await owner.PostAsync($"/t/{tenant}/customers/new", PageForm.With(owner.Page, ("name", "Unchanged Ltd")))).Headers.Location!.OriginalString;

        await owner.GetAsync(customer + "/history?field=street");
        Assert.Contains(said, owner.Page, StringComparison.Ordinal);
        await owner.GetAsync(customer + "/history");
        Assert.DoesNotContain("cl-empty", owner.Page, StringComparison.Ordinal);
    }

    /// <summary>Makes somebody a member of acme who reads everything but orders and enters nothing.</summary>
    private async Task MakeReaderAsync(string email)
    {
        var scope = await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var catalog = app.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        catalog.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = (await AccountAsync(catalog, email)).Id, DisplayName = "Gina" });
        await catalog.SaveChangesAsync();
        await GiveAsync(email, "Reader", [.. scope.Schema.Entities
            .Where(entity => entity.Name is not "order" and not "orderLine")
            .Select(entity => new Grant(entity.Name, new EveryRecord()) { Others = FieldRight.ReadOnly })]);
    }

    /// <summary>Gives a member of acme these rights besides.</summary>
    private async Task GiveAsync(string email, string name, params IReadOnlyList<Grant> grants)
    {
        var scope = await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var catalog = app.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        var roles = new Roles(ledger, scope.Schema, app.Services.GetRequiredService<IdSource>());
        var (role, refusals) = await roles.SaveAsync(name, grants, default);
        Assert.Empty(refusals);
        Assert.Empty(await roles.GiveAsync(role, (await AccountAsync(catalog, email)).Id, default));
    }

    private static Task<Account> AccountAsync(CatalogContext catalog, string email) => catalog.Users.SingleAsync(user => user.Email == email);

    private static IReadOnlyList<string> Menu(string page) =>
        [.. Link().Matches(MenuOf().Match(page).Value).Select(link => link.Groups["address"].Value).Distinct()];

    private static List<string> Adds(string page) =>
        [.. Link().Matches(page).Select(link => link.Groups["address"].Value).Where(address => address.EndsWith("/new", StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex("<nav class=\"cl-menu\".*?</nav>", RegexOptions.Singleline, 1_000)]
    private static partial Regex MenuOf();

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Link();
}
