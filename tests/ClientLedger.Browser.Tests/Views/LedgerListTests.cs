using ClientLedger.Browser.Tests.Driving;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Views;

/// <summary>The list of customers is searched, filtered, sorted, paged and shaped, with and without a mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LedgerListTests(BrowserRun run) : IAsyncLifetime
{
    private const int Customers = 60;
    private static readonly string[] Grades = ["core", "important", "ordinary"], Stages = ["acquire", "nurture", "develop", "maintain", "winBack"];

    public async Task InitializeAsync()
    {
        var scope = await run.App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        var changes = Enumerable.Range(1, Customers).Select(number => new RecordChange(Verb.Upsert, "customer")
        {
            Key = "number",
            Values = FieldValues.Of(
                ("number", $"C-{number:000}"),
                ("name", number == 7 ? "广州白云电子有限公司" : $"{(number % 2 == 0 ? "Northern" : "Southern")} Trading {number:000} Ltd"),
                ("grade", Grades[number % 3]),
                ("stage", Stages[number % 5]),
                ("city", number % 2 == 0 ? "Leeds" : "Bristol"),
                ("phones", $"+44 20 7946 0{number:000}"),
                ("nextContactOn", $"2026-{1 + (number % 12):00}-15")),
        });
        var result = await run.App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [.. changes]), default);
        Assert.All(result.Rows, row => Assert.Empty(row.Refusals));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Looks_right_in_its_states(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        await window.GoAsync("/t/acme/customers");
        await window.CheckAsync("customers");
        await window.GoAsync("/t/acme/customers?j=and&f=grade&o=is&v=core&j=or&f=city&o=contains&v=Leeds&sort=-nextContactOn,name&totals=1");
        await window.CheckAsync("customers-filtered");
        await window.GoAsync("/t/acme/customers?q=nobody+here");
        await window.CheckAsync("customers-nothing");
        await window.GoAsync("/t/acme/customers?f=nextContactOn&o=before&v=some+day");
        window.ForgetTroubles();
        await window.CheckAsync("customers-refused");
        await window.GoAsync("/t/acme/customers?f=phones&o=contains&v=abc");
        window.ForgetTroubles();
        await window.CheckAsync("customers-part-refused");
        await window.GoAsync("/t/acme/tasks");
        await window.CheckAsync("tasks-empty");
    }

    [Fact]
    public async Task Is_found_by_pinyin_initials_while_typing_and_the_address_says_so()
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, Variant.Desktop());
        await window.GoAsync("/t/acme/customers");
        await window.Page.Locator("main").GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("gzby");

        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveTextAsync(["广州白云电子有限公司"]);
        await Assertions.Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[?&]q=gzby", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Leads_to_the_sign_in_and_back_when_the_session_has_ended_while_somebody_types()
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, Variant.Desktop());
        await window.GoAsync("/t/acme/customers?sort=number");
        await window.Page.Context.ClearCookiesAsync(new() { Name = "clientledger" });
        await window.Page.Locator("main").GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("gzby");

        await Assertions.Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in[?]returnUrl=", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await window.FillAsync("email", LedgerApp.AnnaEmail);
        await window.FillAsync("password", LedgerApp.Password);
        await window.PressAsync("Sign in");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(run.App.Address, "/t/acme/customers?sort=number").AbsoluteUri);
        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task Stays_as_it_is_when_the_server_fails_and_a_link_of_it_leads_to_the_page_that_says_so()
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, Variant.Desktop());
        await window.GoAsync("/t/acme/customers");
        await window.Page.RouteAsync("**/t/acme/customers?*", route => route.FulfillAsync(new() { Status = 500, ContentType = "text/html", Body = "<!doctype html><title>Failed</title><p>failed</p>" }));
        var failed = window.Page.WaitForResponseAsync(response => response.Status == 500);
        await window.Page.Locator("main").GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("gzby");
        await failed;
        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveCountAsync(50);

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Customer number", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveTitleAsync("Failed");
    }

    [Fact]
    public async Task Pages_and_orders_and_goes_back()
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, Variant.Desktop());

        // Those of this class, but for one: other tests have customers here too.
        await window.GoAsync("/t/acme/customers?f=name&o=contains&v=Trading+0");
        var titles = window.Page.Locator(".cl-row-title");
        await Assertions.Expect(titles).ToHaveCountAsync(50);
        var first = await titles.First.InnerTextAsync();

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }).ClickAsync();
        await Assertions.Expect(titles).ToHaveCountAsync(Customers - 1 - 50);
        await window.Page.GoBackAsync();
        await Assertions.Expect(titles).ToHaveCountAsync(50);
        await Assertions.Expect(titles.First).ToHaveTextAsync(first);

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Customer number", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Customer number");
        await Assertions.Expect(window.Page.Locator("tbody tr").First).ToContainTextAsync("C-001");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Customer number", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("tbody tr").First).ToContainTextAsync("C-060");
        await window.CheckAsync("customers-sorted");
    }

    [Fact]
    public async Task Is_filtered_by_keyboard_alone()
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, Variant.Desktop());
        await window.GoAsync("/t/acme/customers");
        var keyboard = window.Page.Keyboard;
        await window.Page.Locator("main").GetByRole(AriaRole.Searchbox).FocusAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("Grade");
        await Assertions.Expect(window.Page.Locator(".cl-condition select[name=o]")).ToBeVisibleAsync();
        await window.Page.Locator(".cl-condition select[name=f]").FocusAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("Core");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Page.Locator(".cl-condition-chip")).ToContainTextAsync("Grade is Core");
        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveCountAsync(Customers / 3);
    }

    [Fact]
    public async Task Shows_the_columns_that_somebody_has_chosen()
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, Variant.Desktop());
        await window.GoAsync("/t/acme/customers");
        await window.Page.Locator(".cl-toolbar summary").ClickAsync();
        await window.CheckAsync("customers-columns");
        await window.Page.GetByLabel("City").UncheckAsync();
        await window.Page.GetByLabel("Website").CheckAsync();
        await window.Page.Locator(".cl-choose").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator("thead")).ToContainTextAsync("Website");
        await Assertions.Expect(window.Page.Locator("thead")).Not.ToContainTextAsync("City");
        await window.GoAsync("/t/acme/customers");
        await Assertions.Expect(window.Page.Locator("thead")).ToContainTextAsync("Website");
    }

    [Fact]
    public async Task Works_without_scripts()
    {
        await using var context = await run.Browser.NewContextAsync(new() { BaseURL = run.App.Address.AbsoluteUri, JavaScriptEnabled = false, Locale = "en" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?returnUrl=/t/acme/customers");
        await page.Locator("[name=email]").FillAsync(LedgerApp.AnnaEmail);
        await page.Locator("[name=password]").FillAsync(LedgerApp.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.Locator(".cl-filters > summary").ClickAsync();
        await page.Locator("[name=f]").SelectOptionAsync("grade");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).First.ClickAsync();
        await page.Locator("[name=v]").First.SelectOptionAsync("core");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).First.ClickAsync();

        await Assertions.Expect(page.Locator(".cl-row-title")).ToHaveCountAsync(Customers / 3);
    }
}
