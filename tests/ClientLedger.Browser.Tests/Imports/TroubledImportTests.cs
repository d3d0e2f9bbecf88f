using System.Text;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Imports;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Imports;

/// <summary>Imports that come to nothing: the page says why, and how to go on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TroubledImportTests(BrowserRun run)
{
    private const string Town = "Москва";

    /// <summary>Cyrillic in single bytes, which might be any script.</summary>
    private static readonly byte[] Unclear = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes($"название,город\nобщество с ограниченной ответственностью,{Town}\n");

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task A_file_that_is_no_table_is_refused_and_another_can_be_chosen(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        await UploadAsync(window, "report.csv", "%PDF-1.7\n%âãÏÓ\n"u8.ToArray());
        await ExpectRefusalAsync(window, FileMessages.NotATable, variant, "report.csv");
        await window.CheckAsync("import-no-table");
        await window.FollowAsync(ImportTexts.OtherFile);
        await Assertions.Expect(window.Page.Locator("#file")).ToBeVisibleAsync();

        await UploadAsync(window, "empty.csv", []);
        await ExpectRefusalAsync(window, FileMessages.Empty, variant, "empty.csv");
        window.ForgetTroubles();
        await window.CheckAsync("import-empty");
        await Assertions.Expect(window.Page.Locator("#file")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Whoever_knows_the_encoding_of_a_file_chooses_it_where_it_is_unclear(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        await UploadAsync(window, "old.csv", Unclear);
        await ExpectRefusalAsync(window, FileMessages.EncodingUnclear, variant, "old.csv");
        await window.CheckAsync("import-encoding");
        await window.Page.Locator("[name=encoding]").SelectOptionAsync("windows-1251");
        await window.PressAsync(ImportTexts.ReadAgain);
        await Assertions.Expect(window.Page.Locator(".cl-preview td").Last).ToHaveTextAsync(Town);

        // A row that isn't there is no dead end either.
        await window.FillAsync("headingsAt", "99");
        await window.PressAsync(ImportTexts.ReadAgain);
        await ExpectRefusalAsync(window, FileMessages.HeadingsMissing, variant);
        window.ForgetTroubles();
        await window.CheckAsync("import-headings");
        await window.FillAsync("headingsAt", "1");
        await window.PressAsync(ImportTexts.ReadAgain);
        await Assertions.Expect(window.Page.Locator(".cl-preview td").Last).ToHaveTextAsync(Town);
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Where_all_lines_are_refused_the_page_says_so_with_the_reasons(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        await UploadAsync(window, "refused.csv", Encoding.UTF8.GetBytes("Customer number,Customer name,credit\nN-1,One,plenty\nN-2,Two,some\nN-3,,none\n"));
        await window.Page.Locator("#column-2").SelectOptionAsync("customer.creditLimit");
        await window.PressAsync(ImportTexts.Start);
        var nothing = window.Page.Locator("#progress .cl-warning");
        await Assertions.Expect(nothing).ToBeVisibleAsync();
        await Assertions.Expect(nothing).ToContainTextAsync("3");
        await Assertions.Expect(window.Page.Locator("#refused tbody tr").First).ToContainTextAsync(variant.Language == Language.Chinese ? "信用额度（列 credit）" : "Credit limit (column credit)");
        await window.CheckAsync("import-all-refused");
        await Assertions.Expect(window.Page.Locator("#progress-download")).ToBeVisibleAsync();
        await window.FollowAsync(ImportTexts.OtherFile);
        await Assertions.Expect(window.Page.Locator("#file")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task An_import_that_fails_on_its_way_says_why_and_offers_another_file(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);

        // The beginning, which is looked at, is well.
        var lines = string.Concat(Enumerable.Range(1, 3_000).Select(i => $"F-{i},Failing {i}\n"));
        await UploadAsync(window, "failing.csv", Encoding.UTF8.GetBytes($"Customer number,Customer name\n{lines}F-0,\"open{new string('x', 2_000_000)}\n"));
        await window.PressAsync(ImportTexts.Start);
        await Assertions.Expect(window.LinkOf(ImportTexts.OtherFile)).ToBeVisibleAsync();
        await window.CheckAsync("import-failed");
        await ExpectRefusalAsync(window, FileMessages.QuoteOpen, variant);
        await Assertions.Expect(window.ButtonOf(ImportTexts.Resume)).ToHaveCountAsync(0);
        await window.FollowAsync(ImportTexts.OtherFile);
        await Assertions.Expect(window.Page.Locator("#file")).ToBeVisibleAsync();
    }

    private static async Task UploadAsync(WatchedPage window, string name, byte[] content)
    {
        await window.GoAsync("/t/acme/imports/new-file");
        await window.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await window.PressAsync(ImportTexts.Upload);
    }

    /// <summary>The alert says it in the visitor's language: what stands before the first placeholder and behind the last, and the name of the file.</summary>
    private static async Task ExpectRefusalAsync(WatchedPage window, MessageCode code, Variant variant, string name = "")
    {
        var text = variant.Language == Language.Chinese ? code.Chinese : code.English;
        var alert = window.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync(text[..text.IndexOf('{', StringComparison.Ordinal)]);
        await Assertions.Expect(alert).ToContainTextAsync(text[(text.LastIndexOf('}') + 1)..]);
        await Assertions.Expect(alert).ToContainTextAsync(name);
    }
}
