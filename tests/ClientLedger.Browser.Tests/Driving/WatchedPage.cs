using ClientLedger.Messages;
using ClientLedger.TestKit;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Driving;

/// <summary>
/// A window whose troubles are noted while it is used: errors of scripts, refused by the content policy or otherwise, and files that don't come.
/// </summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private const double MostShift = 0.1;
    private const int MostStops = 200;

    /// <summary>Adds up how far things have moved without anybody's doing.</summary>
    private const string WatchShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Looks through the page itself: what makes it impossible or hard for somebody to use.</summary>
    private const string SeriousFindings = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter(found => found.impact === 'serious' || found.impact === 'critical')
          .map(found => `${found.id}: ${found.help}: ${found.nodes.map(node => node.html).join(' | ')}`)
        """;

    /// <summary>What a thumb must hit on a phone, and is lower than 44 pixels. Links within a text are read first, and a box is ticked by its label too.</summary>
    private const string SmallControls = """
        () => [...document.querySelectorAll('button, summary, select, input:not([type=hidden]), textarea, .btn, nav a')]
          .filter(control => control.checkVisibility() && !control.closest('[aria-hidden=true]') && Math.max(...[control, ...control.labels?.length && control.type === 'checkbox' ? control.labels : []].map(each => each.getBoundingClientRect().height)) < 43.5)
          .map(control => `${control.outerHTML.slice(0, 120)}: ${control.getBoundingClientRect().height}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> troubles = [];
    private readonly Variant variant;

    private WatchedPage(IPage page, Variant variant)
    {
        Page = page;
        this.variant = variant;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                troubles.Add(message.Text);
            }
        };
        page.PageError += (_, error) => troubles.Add(error);
        page.RequestFailed += (_, request) =>
        {
            // Whoever goes elsewhere leaves behind what was on its way.
            if (request.Failure != "net::ERR_ABORTED")
            {
                troubles.Add($"{request.Url}: {request.Failure}");
            }
        };
    }

    public IPage Page { get; }

    internal static async Task<WatchedPage> OpenAsync(IBrowserContext context, Variant variant)
    {
        await context.AddInitScriptAsync(WatchShifts);
        return new WatchedPage(await context.NewPageAsync(), variant);
    }

    public async Task GoAsync(string address) => await Page.GotoAsync(address);

    /// <summary>Fills the control of that name.</summary>
    public async Task FillAsync(string name, string value) => await Page.Locator($"[name='{name}']").FillAsync(value);

    /// <summary>Presses the button of that text in the page itself, and waits for what comes.</summary>
    public async Task PressAsync(string text)
    {
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).ClickAsync();
        await LoadAsync();
    }

    /// <summary>The button of that text in the page itself.</summary>
    internal ILocator ButtonOf(Label text) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = text.In(variant.Language), Exact = true });

    /// <summary>The link of that text in the page itself.</summary>
    internal ILocator LinkOf(Label text) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = text.In(variant.Language), Exact = true });

    /// <summary>Presses the button of that text, and waits for what comes.</summary>
    internal async Task PressAsync(Label text) => await PressAsync(text.In(variant.Language));

    /// <summary>Follows the link of that text, and waits for what comes.</summary>
    internal async Task FollowAsync(Label text)
    {
        await LinkOf(text).ClickAsync();
        await LoadAsync();
    }

    /// <summary>The browser tells once that a page is loaded, and on a busy machine it may have told before anybody listened; the page itself goes on knowing.</summary>
    private Task LoadAsync() => Assertions.Expect(Page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");

    /// <summary>Goes with the tabulator to something, as somebody without a mouse does.</summary>
    internal async Task ReachAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} isn't reached by keyboard.");
    }

    /// <summary>
    /// Looks at the page as it is: no serious finding of axe, no scrolling to the side, nothing moved by itself, on a phone nothing too small to touch, no trouble so far. Leaves a picture in
    /// <c>tests/TestResults/screenshots</c>.
    /// </summary>
    public async Task CheckAsync(string name)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var folder = Repository.PathOf("tests/TestResults/screenshots");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{variant}.png"), FullPage = true });

        Assert.Empty(troubles);
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{name} {variant}: wider than the screen by {over} pixels.");
        var shifted = await Page.EvaluateAsync<double>("window.shifted");
        Assert.True(shifted < MostShift, $"{name} {variant}: things moved by {shifted}.");
        if (variant.IsPhone)
        {
            var small = await Page.EvaluateAsync<string[]>(SmallControls);
            Assert.True(small.Length == 0, $"{name} {variant}: too low to touch: {string.Join('\n', small)}");
        }

        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string[]>(SeriousFindings);
        Assert.True(found.Length == 0, $"{name} {variant}: {string.Join('\n', found)}");
    }

    /// <summary>Forgets troubles that a test has made on purpose: a refused form answers with a status that the browser logs.</summary>
    public void ForgetTroubles() => troubles.Clear();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
