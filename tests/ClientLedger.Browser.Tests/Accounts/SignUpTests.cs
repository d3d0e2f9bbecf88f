using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Accounts;

[Collection(BrowserCollection.Name)]
public sealed class SignUpTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_company_signs_up_signs_out_and_signs_in(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var zh = variant.Language == Language.Chinese;
        await using var window = await run.VisitAsync(variant);
        await window.GoAsync("/");
        await window.CheckAsync("welcome");
        await window.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = zh ? "免费开通台账" : "Start a ledger" }).ClickAsync();
        await window.CheckAsync("sign-up");

        var tenant = $"initech-{variant}";
        await window.FillAsync("company", zh ? "深圳市华强贸易有限公司" : "Initech Trading Ltd");
        await window.FillAsync("name", tenant);
        await window.Page.Locator("[name=defaultCountry]").SelectOptionAsync("CN");
        await window.FillAsync("person", zh ? "林小雨" : "Peter");
        await window.FillAsync("email", $"peter@{tenant}.example");
        await window.FillAsync("password", "short");
        await window.PressAsync(zh ? "开通" : "Create the ledger");
        window.ForgetTroubles();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(zh ? "密码太短" : "The password is too short");
        await window.CheckAsync("sign-up-refused");

        await window.FillAsync("password", LedgerApp.Password);
        await window.PressAsync(zh ? "开通" : "Create the ledger");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(run.App.Address, $"/t/{tenant}/").AbsoluteUri);
        await window.CheckAsync("home-new");

        await window.Page.Locator(".cl-bar summary").ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = zh ? "退出登录" : "Sign out" }).ClickAsync();
        await window.CheckAsync("signed-out");
        await window.GoAsync($"/t/{tenant}/");
        await window.CheckAsync("sign-in");

        await window.FillAsync("email", $"peter@{tenant}.example");
        await window.FillAsync("password", "not the password");
        await window.PressAsync(zh ? "登录" : "Sign in");
        window.ForgetTroubles();
        await window.CheckAsync("sign-in-refused");
        await window.FillAsync("password", LedgerApp.Password);
        await window.PressAsync(zh ? "登录" : "Sign in");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(run.App.Address, $"/t/{tenant}/").AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Where_it_goes_no_further_a_page_says_why(Variant variant)
    {
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        foreach (var (name, address) in new[] { ("error-404", "/t/acme/nothing-here"), ("error-no-tenant", "/t/nobody/"), ("error-403", "/t/globex/") })
        {
            await window.GoAsync(address);
            window.ForgetTroubles();
            await window.CheckAsync(name);
        }
    }
}
