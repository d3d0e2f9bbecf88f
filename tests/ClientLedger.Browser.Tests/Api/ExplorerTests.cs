using System.Collections.Concurrent;
using ClientLedger.Browser.Tests.Driving;
using ClientLedger.TestKit;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Api;

/// <summary>The explorer of the API asks with the visitor's session, and nobody but this server.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ExplorerTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Sends_a_query_and_shows_its_answer_without_leaving_the_server(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var (asked, refused) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        window.Page.Request += (_, request) => asked.Add(request.Url);
        window.Page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                refused.Add($"{response.Status} {response.Url}");
            }
        };
        window.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                refused.Add(message.Text);
            }
        };

        await window.GoAsync("/t/acme/api/explorer");
        var send = window.Page.Locator("button:has-text('Send Request'), button:has-text('发送请求')").First;
        await Assertions.Expect(send).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".cm-content", new() { HasText = "baseCurrency" })).ToBeVisibleAsync();

        // On a phone too the button is whole, and beside it nothing lies under another.
        var (button, whole) = ((await send.BoundingBoxAsync())!, await send.EvaluateAsync<bool>("button => button.scrollHeight <= button.clientHeight + 1 && button.scrollWidth <= button.clientWidth + 1"));
        Assert.True(whole && button.X + button.Width <= variant.Width, $"{button.X} + {button.Width}");
        var (asks, answers) = ((await window.Page.Locator("app-query-editor").First.BoundingBoxAsync())!, (await window.Page.Locator("app-query-result").First.BoundingBoxAsync())!);
        Assert.True(variant.IsPhone ? answers.Y >= asks.Y + asks.Height - 1 && asks.Width > 300 : answers.X >= asks.X + asks.Width - 1);
        await send.ClickAsync();
        await Assertions.Expect(window.Page.GetByText("acme Ltd").First).ToBeVisibleAsync();
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Repository.PathOf("tests/TestResults/screenshots")).FullName, $"explorer-{variant}.png") });

        // What it shows is asked by the session at this ledger's address; another server was never asked, nor was anything that isn't there.
        Assert.Contains(asked, address => address.EndsWith("/t/acme/graphql", StringComparison.Ordinal));
        Assert.All(asked.Where(address => !address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith("blob:", StringComparison.Ordinal)), address => Assert.StartsWith(run.App.Address.AbsoluteUri, address, StringComparison.Ordinal));
        Assert.Empty(refused);

        // Nothing that was written stays in the browser.
        var kept = await window.Page.EvaluateAsync<string>("JSON.stringify(Object.entries(localStorage))");
        Assert.DoesNotContain("baseCurrency", kept, StringComparison.Ordinal);
        await window.Page.Locator(".cl-explorer-bar a").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#endpoint")).ToContainTextAsync("/t/acme/graphql");
    }
}
