using System.Text;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Imports;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Imports;

/// <summary>The page of a running import renews itself around somebody who stands on it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RunningImportTests(BrowserRun run)
{
    [Fact]
    public async Task Who_stands_on_a_button_stays_there_and_stops_the_import_without_a_mouse()
    {
        using var hold = run.Imports.Hold();
        await using var window = await run.SignInAsync(LedgerApp.GinaEmail, Variant.Desktop());
        var page = window.Page;
        await window.GoAsync("/t/globex/imports/new-file");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "running.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("Customer number,Customer name\nRUN-1,Running\n") });
        await window.PressAsync(ImportTexts.Upload);
        await window.PressAsync(ImportTexts.Start);
        await window.ReachAsync(window.ButtonOf(ImportTexts.Cancel));
        await page.EvaluateAsync("document.querySelector('#progress [role=status]').mark = true");

        for (var renewals = 0; renewals < 2; renewals++)
        {
            await page.WaitForResponseAsync(response => response.Url.EndsWith("part=progress", StringComparison.Ordinal));
        }

        await Assertions.Expect(page.Locator("#progress-stop")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#progress [role=status]').mark === true"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.ButtonOf(ImportTexts.Cancel)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#progress[hx-get]")).ToHaveCountAsync(0);
        await window.CheckAsync("import-stopped");
    }
}
