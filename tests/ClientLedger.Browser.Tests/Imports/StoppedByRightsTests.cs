using System.Globalization;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Imports;
using ClientLedger.Messages;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Imports;

/// <summary>An import whose person loses rights while it runs stops where it is, and goes on when they are back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StoppedByRightsTests(BrowserRun run)
{
    private const int Lines = HeldImports.LinesBefore + 1_500;

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Says_why_it_stopped_and_what_was_done_and_goes_on_with_the_rights_back(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var name = $"rights-{variant}";
        var all = new Grant("customer", new EveryRecord()) { Create = true };

        // In a ledger of its own: thousands of customers more would be in other tests' way.
        var (owner, email) = ($"owner@{name}.example", $"member@{name}.example");
        await run.App.Visit().SignUpAsync(name, owner, "Olga", "GB");
        var member = await Members.AddAsync(run.App, email, [all], name, owner);
        await using var window = await run.SignInAsync(email, variant);
        var page = window.Page;
        await window.GoAsync($"/t/{name}/imports/new-file");
        var table = "Customer number,Customer name,City\n" + string.Concat(Enumerable.Range(1, Lines).Select(i => $"{name}-{i},{name} {i},Bath\n"));
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name + ".csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await window.PressAsync(ImportTexts.Upload);
        var (reached, release) = run.Imports.HoldLater();
        await window.PressAsync(ImportTexts.Start);
        await reached;
        await member.GiveAsync([all with { Fields = new Dictionary<string, FieldRight> { ["city"] = FieldRight.None } }]);
        release();

        // In the person's language, with what was done; nothing is refused line by line.
        var code = ImportMessages.RightsChanged;
        var alert = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync(variant.Language == Language.Chinese ? code.Chinese : code.English);
        await Assertions.Expect(alert).ToContainTextAsync(ImportTexts.WhyStopped.In(variant.Language));
        await Assertions.Expect(page.Locator("[data-count=created]")).ToHaveTextAsync(Number(HeldImports.LinesBefore));
        await Assertions.Expect(page.Locator("[data-count=refused]")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("#progress-kept")).ToHaveTextAsync(ImportTexts.Kept.In(variant.Language));
        await Assertions.Expect(page.Locator("#progress[hx-get]")).ToHaveCountAsync(0);
        await window.CheckAsync("import-rights");

        // Without them it gets no further.
        await window.PressAsync(ImportTexts.Resume);
        await Assertions.Expect(page.Locator("#progress[hx-get]")).ToHaveCountAsync(0);
        await Assertions.Expect(alert).ToContainTextAsync(ImportTexts.WhyStopped.In(variant.Language));
        await Assertions.Expect(page.Locator("[data-count=created]")).ToHaveTextAsync(Number(HeldImports.LinesBefore));

        await member.GiveAsync([all]);
        await window.PressAsync(ImportTexts.Resume);
        await Assertions.Expect(page.Locator("[data-count=created]")).ToHaveTextAsync(Number(Lines));
        await Assertions.Expect(page.Locator("[data-count=refused]")).ToHaveTextAsync("0");
        await Assertions.Expect(alert).ToHaveCountAsync(0);
    }

    private static string Number(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);
}
