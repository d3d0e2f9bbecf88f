using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Driving;

/// <summary>One product on a real port and one Chromium, for all tests of the assembly.</summary>
public sealed class BrowserRun : IAsyncLifetime
{
    /// <summary>Milliseconds.</summary>
    private const float Patience = 60_000;

    private readonly Dictionary<string, string> signedIn = [];
    private IPlaywright playwright = null!;

    /// <summary>Where Debian's package puts it; <c>CLIENTLEDGER_CHROMIUM</c> names another.</summary>
    private static string Chromium => Environment.GetEnvironmentVariable("CLIENTLEDGER_CHROMIUM") ?? "/usr/bin/chromium";

    public LedgerApp App { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    internal HeldImports Imports { get; } = new();

    public async Task InitializeAsync()
    {
        // What is waited for comes in a moment, on a busy machine in several.
        Assertions.SetDefaultExpectTimeout(Patience);
        App = await LedgerApp.StartAsync(Imports.Replace);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A window of a visitor that has signed in nowhere.</summary>
    public Task<WatchedPage> VisitAsync(Variant variant) => OpenAsync(variant, state: null);

    /// <summary>A window in which somebody has signed in.</summary>
    public async Task<WatchedPage> SignInAsync(string email, Variant variant)
    {
        if (!signedIn.TryGetValue(email, out var state))
        {
            await using var form = await VisitAsync(Variant.Desktop());
            await form.GoAsync("/sign-in");
            await form.FillAsync("email", email);
            await form.FillAsync("password", LedgerApp.Password);
            await form.PressAsync("Sign in");
            signedIn[email] = state = await form.Page.Context.StorageStateAsync();
        }

        return await OpenAsync(variant, state);
    }

    private async Task<WatchedPage> OpenAsync(Variant variant, string? state)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = App.Address.AbsoluteUri,
            ViewportSize = new() { Width = variant.Width, Height = variant.Height },
            Locale = Wording.TagOf(variant.Language),
            HasTouch = variant.IsPhone,
            StorageState = state,
        });
        context.SetDefaultTimeout(Patience);
        if (state is not null)
        {
            await context.AddCookiesAsync([new() { Name = "clientledger-language", Value = variant.Language == Language.Chinese ? "zh" : "en", Url = App.Address.AbsoluteUri }]);
        }

        return await WatchedPage.OpenAsync(context, variant);
    }
}

/// <summary>All tests of the assembly share the run, one after the other: there are two processors for a server and a browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserRun>
{
    public const string Name = "browser";
}
