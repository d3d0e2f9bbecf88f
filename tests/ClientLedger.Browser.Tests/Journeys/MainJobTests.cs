using System.Text;
using ClientLedger.Accounts;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.History;
using ClientLedger.Imports;
using ClientLedger.Insights;
using ClientLedger.Shared.Pages;
using ClientLedger.TestKit;
using ClientLedger.Views;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Journeys;

/// <summary>The main job: a company signs up, brings its customers, finds one by its initials, changes it, and takes the change back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MainJobTests(BrowserRun run)
{
    private const string Baiyun = "广州白云电子有限公司";
    private const int MostAttempts = 3, MillisecondsOfAnAttempt = 10_000;

    /// <summary>Three customers, one of which can't be one.</summary>
    private static readonly FilePayload Customers = new()
    {
        Name = "customers.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes($"客户名称,客户编号,手机,城市,客户等级\n{Baiyun},A-001,13800138000,广州,重要客户\n深圳市华强贸易有限公司,A-002,13900139000,深圳,普通客户\n,A-003,13700137000,北京,普通客户\n"),
    };

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_company_signs_up_imports_finds_edits_and_restores(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.VisitAsync(variant);
        var page = window.Page;
        await SignUpAsync(window, $"baiyun-{variant}");
        await window.PressAsync(AccountTexts.Create);
        await window.CheckAsync("home-first-steps");

        await window.FollowAsync(InsightTexts.StepImportDo);
        await window.CheckAsync("import-new");
        await page.Locator("#file").SetInputFilesAsync(Customers);
        await window.PressAsync(ImportTexts.Upload);
        await window.CheckAsync("import-plan");
        await window.PressAsync(ImportTexts.Start);
        await ExpectImportedAsync(window);
        await window.CheckAsync("import-done");

        await window.FollowAsync(ImportTexts.Customers);
        await page.Locator("main").GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("gzby");
        await Assertions.Expect(page.Locator(".cl-row-title")).ToHaveTextAsync([Baiyun]);
        await page.Locator(".cl-row-title").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Baiyun);
        await window.CheckAsync("customer");

        await window.FollowAsync(SharedTexts.Edit);
        await window.CheckAsync("customer-edit");
        await window.FillAsync("city", "佛山");
        await window.PressAsync(SharedTexts.Save);
        await ExpectCityAsync(window, "佛山");

        await window.FollowAsync(SharedTexts.Changes);
        await window.CheckAsync("customer-history");
        await page.Locator(".cl-history > li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator(".cl-history > li")).ToHaveCountAsync(3);
        await window.CheckAsync("customer-restored");
        await window.FollowAsync(HistoryTexts.Back);
        await ExpectCityAsync(window, "广州");

        foreach (var (name, address) in new[] { ("home", ""), ("find", "find?q=gzby"), ("settings", "settings"), ("settings-numbering", "settings/numbering"), ("settings-books", "settings/books"), ("settings-rates", "settings/rates"), ("settings-keys", "settings/keys"), ("settings-log", "settings/log"), ("api", "api"), ("api-schema", "api/schema"), ("api-type", "api/schema?type=Customer"), ("help-api", "help/api"), ("imports", "imports") })
        {
            await window.GoAsync($"/t/baiyun-{variant}/{address}");
            await window.CheckAsync(name);
        }
    }

    [Fact]
    public async Task All_of_it_is_done_without_a_mouse()
    {
        await using var window = await run.VisitAsync(Variant.Desktop());
        var (page, keyboard) = (window.Page, window.Page.Keyboard);
        await window.GoAsync("/sign-up");
        foreach (var typed in new[] { "Initech Trading Ltd", "initech-keys", "China", "Peter", "peter@initech-keys.example", LedgerApp.Password })
        {
            await keyboard.TypeAsync(typed);
            await keyboard.PressAsync("Tab");
        }

        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(run.App.Address, "/t/initech-keys/").AbsoluteUri);

        await window.ReachAsync(window.LinkOf(InsightTexts.StepImportDo));
        await keyboard.PressAsync("Enter");
        await window.ReachAsync(page.Locator("#file"));
        await ChooseByKeyAsync(page, Customers);
        await window.ReachAsync(window.ButtonOf(ImportTexts.Upload));
        await keyboard.PressAsync("Enter");
        await window.ReachAsync(window.ButtonOf(ImportTexts.Start));
        await keyboard.PressAsync("Enter");
        await ExpectImportedAsync(window);

        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("gzby");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(ViewTexts.Find.English);
        await window.ReachAsync(page.GetByRole(AriaRole.Link, new() { Name = Baiyun }));
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Baiyun);

        await window.ReachAsync(window.LinkOf(SharedTexts.Edit));
        await keyboard.PressAsync("Enter");
        await window.ReachAsync(page.Locator("[name=city]"));
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("Foshan");
        await keyboard.PressAsync("Enter");
        await ExpectCityAsync(window, "Foshan");

        await window.ReachAsync(window.LinkOf(SharedTexts.Changes));
        await keyboard.PressAsync("Enter");
        await window.ReachAsync(page.Locator(".cl-history > li").First.GetByRole(AriaRole.Button));
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".cl-history > li")).ToHaveCountAsync(3);
        await window.ReachAsync(window.LinkOf(HistoryTexts.Back));
        await keyboard.PressAsync("Enter");
        await ExpectCityAsync(window, "广州");
    }

    private static async Task SignUpAsync(WatchedPage window, string tenant)
    {
        await window.GoAsync("/sign-up");
        await window.FillAsync("company", "广州白云贸易有限公司");
        await window.FillAsync("name", tenant);
        await window.Page.Locator("[name=defaultCountry]").SelectOptionAsync("CN");
        await window.FillAsync("person", "林小雨");
        await window.FillAsync("email", $"lin@{tenant}.example");
        await window.FillAsync("password", LedgerApp.Password);
    }

    /// <summary>A page may ask for a file within some seconds after a key was pressed. On a busy machine they can be over before it gets to it, and one presses again.</summary>
    private static async Task ChooseByKeyAsync(IPage page, FilePayload file)
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Space"), new() { Timeout = MillisecondsOfAnAttempt });
                await chooser.SetFilesAsync(file);
                return;
            }
            catch (TimeoutException) when (attempts < MostAttempts)
            {
            }
        }
    }

    /// <summary>The page of a running import renews itself until it is done.</summary>
    private static async Task ExpectImportedAsync(WatchedPage window)
    {
        await Assertions.Expect(window.LinkOf(ImportTexts.Customers)).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("[data-count=created]")).ToHaveTextAsync("2");
        await Assertions.Expect(window.Page.Locator("[data-count=refused]")).ToHaveTextAsync("1");
    }

    private static async Task ExpectCityAsync(WatchedPage window, string city)
    {
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(Baiyun);
        await Assertions.Expect(window.Page.Locator(".cl-profile dd", new() { HasText = city }).GetByText(city, new() { Exact = true })).ToBeVisibleAsync();
    }
}
