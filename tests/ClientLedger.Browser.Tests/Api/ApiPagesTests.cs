using ClientLedger.Access;
using ClientLedger.Api;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Api;

/// <summary>The pages about the API: their titles, where they stand in the menu, and keys, which are made once and shown once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ApiPagesTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Each_page_names_itself_in_the_title_and_its_place_in_the_menu(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        var menu = variant.IsPhone ? ".cl-menu-more .cl-drop-panel" : ".cl-menu >";
        foreach (var (address, tab, place) in new[]
        {
            (ApiPage.Overview, DeveloperTexts.Overview, DeveloperTexts.Api), (ApiPage.Guide, DeveloperTexts.Guide, DeveloperTexts.Api), (ApiPage.Schema, DeveloperTexts.Schema, DeveloperTexts.Api),
            (SettingsPage.Keys, SettingsTexts.Keys, SettingsTexts.Settings), (SettingsPage.Log, SettingsTexts.Log, SettingsTexts.Settings),
        })
        {
            await window.GoAsync("/t/acme/" + address);
            await Assertions.Expect(window.Page).ToHaveTitleAsync($"{tab.In(variant.Language)} · {place.In(variant.Language)} · acme Ltd");
            await Assertions.Expect(window.Page.Locator($"{menu} a[aria-current=page]")).ToHaveTextAsync(place.In(variant.Language));
            await window.CheckAsync(address.Replace('/', '-'));
        }

        await window.GoAsync("/t/acme/api/schema?q=zzzz");
        await window.CheckAsync("api-schema-none");
        foreach (var (address, picture) in new[] { ("/status", "status"), ("/t/acme/status", "status-of-ledger") })
        {
            await window.GoAsync(address);
            await window.CheckAsync(picture);
        }
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Who_owns_nothing_is_told_once_that_keys_and_requests_are_the_owners(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var email = $"keys-{variant}@acme.example";
        await Members.AddAsync(run.App, email, [new Grant("customer", new EveryRecord())]);
        await using var window = await run.SignInAsync(email, variant);
        foreach (var (address, told) in new[] { (SettingsPage.Keys, ApiTexts.OwnersOnly), (SettingsPage.Log, RequestTexts.OwnersOnly) })
        {
            await window.GoAsync("/t/acme/" + address);
            await Assertions.Expect(window.Page.Locator(".cl-empty-title")).ToHaveTextAsync(told.In(variant.Language));
            await Assertions.Expect(window.Page.GetByText(SettingsTexts.OwnersOnly.In(variant.Language))).ToHaveCountAsync(0);
            await window.CheckAsync(address.Replace('/', '-') + "-member");
        }
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_key_is_made_once_by_a_double_click_and_shown_once(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var name = $"Twice {variant}";
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        var page = window.Page;
        await window.GoAsync("/t/acme/settings/keys");
        await window.FillAsync("name", name);
        await window.FillAsync("networks", "nowhere");
        await page.Locator("[name=role]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var role = await page.Locator("[name=role] option:checked").TextContentAsync();
        await window.PressAsync(ApiTexts.Add);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nowhere");
        window.ForgetTroubles();
        await window.CheckAsync("key-refused");

        await window.FillAsync("networks", "");
        var draft = await page.Locator("[name=draft]").InputValueAsync();
        var asked = 0;
        page.Request += (_, request) => asked += request.Method == "POST" ? 1 : 0;
        await window.ButtonOf(ApiTexts.Add).DblClickAsync();
        var key = page.Locator("#key");
        await Assertions.Expect(key).ToContainTextAsync("key_");
        await Assertions.Expect(Of(name)).ToHaveCountAsync(1);
        Assert.Equal(1, asked);
        await window.CheckAsync("key-made");
        var text = await key.TextContentAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator("[data-copy]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-copy]")).ToHaveTextAsync(ApiTexts.Copied.In(variant.Language));
        Assert.Equal(text, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        // To load the page anew neither shows it again nor makes another.
        await page.ReloadAsync();
        await Assertions.Expect(Of(name)).ToHaveCountAsync(1);
        await Assertions.Expect(key).ToHaveCountAsync(0);
        Assert.Equal(1, asked);
        await window.CheckAsync("keys");

        // The list says what a key may do, and asks before it ends one.
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = Of(name) });
        await Assertions.Expect(row).ToContainTextAsync(role!);
        await row.Locator("summary").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync(ApiTexts.RevokeSure.In(variant.Language).Replace("{name}", name, StringComparison.Ordinal));
        Assert.Equal(1, asked);
        await window.CheckAsync("key-revoked");
        await row.GetByRole(AriaRole.Button, new() { Name = ApiTexts.RevokeNow.In(variant.Language) }).ClickAsync();
        await Assertions.Expect(Of(name)).ToHaveCountAsync(0);

        // A form that was gone back to has made its key.
        await window.FillAsync("name", name);
        await page.Locator("[name=role]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name=draft]").EvaluateAsync("(input, draft) => input.value = draft", draft);
        await window.PressAsync(ApiTexts.Add);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Refusal.Of(ApiMessages.KeyMade).In(variant.Language));
        await Assertions.Expect(Of(name)).ToHaveCountAsync(0);
        window.ForgetTroubles();
        await window.CheckAsync("key-made-before");

        ILocator Of(string named) => page.GetByRole(AriaRole.Rowheader, new() { Name = named, Exact = true });
    }
}
