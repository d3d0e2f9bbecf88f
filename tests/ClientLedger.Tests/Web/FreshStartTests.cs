using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>What somebody finds who builds the product and types <c>dotnet run</c>: nothing else runs, nothing was set, there is no data.</summary>
[Collection(HostCollection.Name)]
public sealed class FreshStartTests
{
    private const string Counts =
        "{ customers { totalCount } orders { totalCount } interactions { totalCount } tickets { totalCount } first: orders(first: 1, orderBy: [{ field: orderedAt }]) { nodes { orderedAt } } last: orders(first: 1, orderBy: [{ field: orderedAt, direction: DESC }]) { nodes { orderedAt } } }";

    [Fact]
    public async Task Serves_the_whole_demo_to_whoever_signs_in_with_the_account_that_it_prints()
    {
        using var folder = new TemporaryFolder();
        await using var product = await ProductProcess.ListenAsync(
            Path.GetTempPath(),
            ["run", "--no-build", "--configuration", ProductProcess.Configuration, "--project", Repository.PathOf("src/ClientLedger.Web"), "--", "--urls=http://127.0.0.1:0"],
            ("CLIENTLEDGER_DATA", folder.PathOf("data")));
        var address = new Uri((await product.PrintsAsync(@"The demo tenant is at (\S+)")).Groups[1].Value);
        var email = (await product.PrintsAsync(@"Account (owner@\S+):")).Groups[1].Value;
        var password = (await product.PrintsAsync(@"First password of all of them: (\S+)")).Groups[1].Value;

        // Somebody may look while the records come in.
        var visitor = product.Visit(Language.Chinese);
        var answer = await visitor.SubmitAsync("/sign-in", [("email", email), ("password", password)]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, visitor.Page);
        Assert.Equal(HttpStatusCode.OK, (await visitor.FollowAsync($"{address.AbsolutePath}/customers")).StatusCode);
        await product.PrintsAsync("The demo is complete.");

        await visitor.GetAsync($"{address.AbsolutePath}/customers?totals=1");
        Assert.Contains("3,000", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("cl-row-title", visitor.Page, StringComparison.Ordinal);
        await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{address.AbsolutePath}/graphql")
        {
            Content = JsonContent.Create(new { query = Counts }),
            Headers = { Accept = { new("application/json") } },
        });
        using var document = JsonDocument.Parse(visitor.Page);
        Assert.True(document.RootElement.TryGetProperty("data", out var data), visitor.Page);
        Assert.Equal([3_000, 20_000, 8_000], new[] { "customers", "orders", "interactions" }.Select(list => data.GetProperty(list).GetProperty("totalCount").GetInt32()));
        Assert.True(data.GetProperty("tickets").GetProperty("totalCount").GetInt32() > 100);
        var (first, last) = (MomentOf(data, "first"), MomentOf(data, "last"));
        Assert.InRange((last - first).TotalDays, 365 * 2.5, 366 * 3);

        // No stranger sees any of it, and no password but the printed one opens it.
        var stranger = product.Visit(Language.English);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync($"{address.AbsolutePath}/customers")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.SubmitAsync("/sign-in", [("email", email), ("password", password + "x")])).StatusCode);
    }

    private static DateTimeOffset MomentOf(JsonElement data, string list) =>
        DateTimeOffset.Parse(data.GetProperty(list).GetProperty("nodes")[0].GetProperty("orderedAt").GetString()!, CultureInfo.InvariantCulture);
}
