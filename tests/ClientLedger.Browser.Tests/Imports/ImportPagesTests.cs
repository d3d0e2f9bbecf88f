using System.Text;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Imports;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Imports;

/// <summary>Every step of an import as its pages show it, from the empty list to the list of what was done.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ImportPagesTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_double_click_starts_an_import_once_and_each_step_can_be_left(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var name = $"steps-{variant}";
        var table = $"Customer number,Customer name,credit Limit,ToWn\n{name}-1,{name} eins,10,Bath\n{name}-2,{name} zwei,plenty,Bath\n";
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        var page = window.Page;
        await window.GoAsync("/t/acme/imports/new-file");
        await window.CheckAsync("import-upload");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name + ".csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await window.ButtonOf(ImportTexts.Upload).DblClickAsync();
        await Assertions.Expect(page.Locator(".cl-preview")).ToBeVisibleAsync();
        await page.Locator("#column-2").SelectOptionAsync("customer.creditLimit");
        await window.CheckAsync("import-plan");

        // The file's headings are shown as they are written, and a section begins below its line.
        await Assertions.Expect(page.Locator(".cl-preview th").Last).ToHaveCSSAsync("text-transform", "none");
        var (section, legend) = (page.Locator("fieldset.cl-section").Nth(1), page.Locator("fieldset.cl-section legend").Nth(1));
        Assert.True((await legend.BoundingBoxAsync())!.Y - (await section.BoundingBoxAsync())!.Y > 10);
        await window.FollowAsync(ImportTexts.All);
        var listed = page.GetByRole(AriaRole.Rowheader, new() { Name = name + ".csv", Exact = true });
        await Assertions.Expect(listed).ToHaveCountAsync(1);
        await listed.GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator("#column-2").SelectOptionAsync("customer.creditLimit");

        var started = 0;
        page.Request += (_, request) => started += request.Method == "POST" ? 1 : 0;
        using (run.Imports.Hold())
        {
            await window.ButtonOf(ImportTexts.Start).DblClickAsync();
            await Assertions.Expect(page.GetByText(ImportTexts.GoesOn.In(variant.Language))).ToBeVisibleAsync();
            await window.CheckAsync("import-running");
        }

        await Assertions.Expect(page.Locator("[data-count=created]")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("[data-count=refused]")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("#progress[hx-get]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#refused thead th").First).ToHaveCSSAsync("text-transform", "none");
        Assert.Equal(1, started);
        await window.CheckAsync("import-done");
        await window.FollowAsync(ImportTexts.All);
        await Assertions.Expect(listed).ToHaveCountAsync(1);
        await window.CheckAsync("imports");
    }
}
