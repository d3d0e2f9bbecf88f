using ClientLedger.Browser.Tests.Driving;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Settings;

/// <summary>Settings have more tabs than a phone is wide.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SettingsTabsTests(BrowserRun run)
{
    [Theory, MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task The_tab_of_a_page_is_in_sight(Variant variant)
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        foreach (var page in new[] { "settings", "settings/log" })
        {
            await window.GoAsync($"/t/acme/{page}");
            await Assertions.Expect(window.Page.Locator(".cl-tabs [aria-current]")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        }

        await window.CheckAsync("settings-log");
    }
}
