using ClientLedger.Access;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Customers;
using ClientLedger.Shared.Pages;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Customers;

/// <summary>The page of a customer, as somebody sees it from whom contacts, orders and tasks are hidden.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HiddenListsTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task What_a_role_does_not_show_leaves_no_heading_tab_or_gap(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var email = $"lists-{variant}@acme.example";
        await Members.AddAsync(run.App, email, [new Grant("customer", new EveryRecord()) { Create = true }, new Grant("note", new EveryRecord()) { Create = true }]);
        await using var window = await run.SignInAsync(email, variant);
        var page = window.Page;
        await window.GoAsync("/t/acme/customers/new");
        await window.FillAsync("name", $"Lists {variant}");
        await window.PressAsync(SharedTexts.Save);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Lists {variant}");
        var main = page.Locator("main");
        foreach (var hidden in new[] { "contacts", "orders", "tasks", "interactions" })
        {
            await Assertions.Expect(main.Locator($"a[href*='show={hidden}']")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(main.Locator("a[href*='show=notes']").First).ToBeVisibleAsync();
        foreach (var section in await main.Locator("section.cl-card").AllAsync())
        {
            Assert.NotEmpty((await section.InnerTextAsync()).Trim());
        }

        await Assertions.Expect(window.LinkOf(CustomerPageTexts.Log)).ToHaveCountAsync(0);
        await window.CheckAsync("customer-hidden-lists");
        await page.Locator(".cl-tabs a[href*='show=timeline']").ClickAsync();
        await Assertions.Expect(page.Locator(".cl-tabs a[href*='show=timeline']")).ToHaveAttributeAsync("aria-current", "page");
        await window.CheckAsync("customer-hidden-timeline");
        await window.GoAsync(new Uri(page.Url).AbsolutePath + "/history");
        await Assertions.Expect(page.Locator(".cl-history li").First).ToBeVisibleAsync();
        await window.CheckAsync("customer-history");
    }

    /// <summary>Whoever sees that there are customers, and nothing of them, sees their ids, which lead to them.</summary>
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Where_a_role_hides_every_field_the_list_leads_to_its_records_by_their_ids(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var email = $"ids-{variant}@acme.example";
        var scope = await run.App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        var made = await run.App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", $"Hidden {variant}")) }]), default);
        Assert.Empty(Assert.Single(made.Rows).Refusals);
        await Members.AddAsync(run.App, email, [new Grant("customer", new EveryRecord()) { Others = FieldRight.None }]);
        await using var window = await run.SignInAsync(email, variant);
        var page = window.Page;
        await window.GoAsync("/t/acme/customers");
        await Assertions.Expect(page.Locator(".cl-row-title").First).ToContainTextAsync("cus_");
        Assert.DoesNotContain("Hidden", await page.ContentAsync(), StringComparison.Ordinal);
        await window.CheckAsync("customers-ids");
        await page.Locator(".cl-row-title").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("cus_");
        await Assertions.Expect(page.GetByText(SharedTexts.NothingShown.In(variant.Language))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(SharedTexts.NothingYetForYou.In(variant.Language))).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".cl-facts")).ToHaveCountAsync(0);
        await window.CheckAsync("customer-nothing-shown");
    }
}
