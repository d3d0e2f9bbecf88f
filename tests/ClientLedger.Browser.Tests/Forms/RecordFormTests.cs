using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Forms;
using ClientLedger.Shared.Pages;
using ClientLedger.TestKit;
using ClientLedger.Views;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Forms;

/// <summary>A form in all that may come of it: refused, warned of, overtaken by somebody else; and a record that is deleted, found among the deleted and restored.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RecordFormTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_form_says_at_its_fields_what_is_wrong_and_asks_about_duplicates(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.GinaEmail, variant);
        await NewAsync(window, $"First {variant}", "no address");
        await Assertions.Expect(window.Page.Locator("#emails-refused")).ToBeVisibleAsync();
        window.ForgetTroubles();
        await window.CheckAsync("form-refused");

        await window.FillAsync("emails", $"forms-{variant}@example.com");
        await window.PressAsync(SharedTexts.Save);
        await ExpectTitleAsync(window, $"First {variant}");

        await NewAsync(window, $"Second {variant}", $"forms-{variant}@example.com");
        await Assertions.Expect(window.Page.Locator(".cl-duplicates")).ToContainTextAsync($"First {variant}");
        window.ForgetTroubles();
        await window.CheckAsync("form-duplicate");

        // The Enter key saves what was corrected; it doesn't wave the warning through.
        await window.Page.Locator("[name=city]").PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator(".cl-duplicates")).ToContainTextAsync($"First {variant}");
        window.ForgetTroubles();
        await window.PressAsync(FormTexts.SaveAnyway);
        await ExpectTitleAsync(window, $"Second {variant}");
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task What_somebody_else_has_changed_is_shown_beside_one_s_own(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.GinaEmail, variant);
        await NewAsync(window, $"Shared {variant}", "");
        await ExpectTitleAsync(window, $"Shared {variant}");
        await using var other = await run.SignInAsync(LedgerApp.GinaEmail, variant);
        await other.GoAsync(window.Page.Url);
        await window.FollowAsync(SharedTexts.Edit);
        await other.FollowAsync(SharedTexts.Edit);

        await other.FillAsync("city", "Bath");
        await other.PressAsync(SharedTexts.Save);
        await ExpectCityAsync(other, "Bath");
        await window.FillAsync("city", "Wells");
        await window.PressAsync(SharedTexts.Save);
        await Assertions.Expect(window.Page.Locator(".cl-compare")).ToContainTextAsync("Bath");
        window.ForgetTroubles();
        await window.CheckAsync("form-conflict");

        await window.PressAsync(SharedTexts.Save);
        await ExpectCityAsync(window, "Wells");
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_deleted_record_is_found_among_the_deleted_and_comes_back(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.GinaEmail, variant);
        await NewAsync(window, $"Gone {variant}", "");
        await ExpectTitleAsync(window, $"Gone {variant}");
        await window.FollowAsync(SharedTexts.Delete);
        await window.CheckAsync("delete");
        await window.PressAsync(SharedTexts.Delete);
        await Assertions.Expect(window.ButtonOf(FormTexts.Restore)).ToBeVisibleAsync();
        await window.CheckAsync("deleted");

        await window.FollowAsync(FormTexts.ToTheList);
        await window.FollowAsync(ViewTexts.ShowDeleted);
        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveTextAsync([$"Gone {variant}"]);
        await window.CheckAsync("customers-deleted");
        await window.Page.Locator(".cl-row-title").ClickAsync();
        await window.PressAsync(FormTexts.Restore);
        await ExpectTitleAsync(window, $"Gone {variant}");

        await window.GoAsync("/t/globex/customers?deleted=1");
        await Assertions.Expect(window.Page.Locator(".cl-row-title")).ToHaveCountAsync(0);
        await window.CheckAsync("customers-none-deleted");
    }

    private static async Task NewAsync(WatchedPage window, string name, string emails)
    {
        await window.GoAsync("/t/globex/customers/new");
        await window.FillAsync("name", name);
        await window.FillAsync("emails", emails);
        await window.PressAsync(SharedTexts.Save);
    }

    private static Task ExpectTitleAsync(WatchedPage window, string title) => Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(title);

    private static Task ExpectCityAsync(WatchedPage window, string city) =>
        Assertions.Expect(window.Page.Locator(".cl-profile").GetByText(city, new() { Exact = true })).ToBeVisibleAsync();
}
