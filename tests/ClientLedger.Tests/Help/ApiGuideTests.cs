using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientLedger.Api;
using ClientLedger.Help;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Help;

/// <summary>What the guide to the API shows works as it stands there.</summary>
[Collection(HostCollection.Name)]
public sealed partial class ApiGuideTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task Every_document_is_carried_out_as_it_stands()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await App.SignInAsync(LedgerApp.GinaEmail);
        var documents = BlocksOf("graphql").ToList();
        Assert.True(documents.Count > 10, $"{documents.Count} documents.");
        var (id, version) = ("", 0L);
        foreach (var document in documents)
        {
            object variables = OperationName().Match(document).Groups["name"].Value switch
            {
                "Make" => new { values = new { name = "Guide Ltd", number = "G-1" } },
                "Move" or "History" or "Timeline" => new { id, version },
                "Bring" => new { rows = new[] { new { number = "G-1", name = "Guide Ltd" }, new { number = "G-2", name = "Guide & Sons" } } },
                "Held" => new { ids = new[] { id } },
                _ => new { },
            };
            var answer = await AskAsync(anna, document, variables);
            if (document.StartsWith("subscription", StringComparison.Ordinal))
            {
                // What isn't valid would be told instead of how a subscription is answered.
                Assert.Contains("A subscription is answered by a stream", answer.ToJsonString(), StringComparison.Ordinal);
                continue;
            }

            Assert.True(answer["errors"] is null, $"{document}\n{answer}");
            Assert.DoesNotContain("\"code\":", answer.ToJsonString(), StringComparison.Ordinal);
            if (answer["data"]!["createCustomer"]?["customer"] is { } made)
            {
                (id, version) = ((string)made["id"]!, (long)made["version"]!);
            }
        }
    }

    [Fact]
    public async Task The_page_names_the_ledger_s_own_address_and_the_schema_is_what_its_reader_may_see()
    {
        foreach (var (email, tenant) in new[] { (LedgerApp.AnnaEmail, TwoTenants.Acme), (LedgerApp.GinaEmail, TwoTenants.Globex) })
        {
            var visitor = await App.SignInAsync(email);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/t/{tenant}/help/api")).StatusCode);
            Assert.Contains($"{App.Address.AbsoluteUri.TrimEnd('/')}/t/{tenant}/graphql", visitor.Page, StringComparison.Ordinal);
            Assert.DoesNotContain("{endpoint}", visitor.Page, StringComparison.Ordinal);
            Assert.Contains("<table>", visitor.Page, StringComparison.Ordinal);

            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/t/{tenant}{ApiModule.SchemaAddress}")).StatusCode);
            Assert.Contains("type Customer implements Node", visitor.Page, StringComparison.Ordinal);
            var other = tenant == TwoTenants.Acme ? TwoTenants.Globex : TwoTenants.Acme;
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/t/{other}{ApiModule.SchemaAddress}")).StatusCode);
        }
    }

    /// <summary>What the guide shows in a language, with the address of an API in it.</summary>
    internal static IEnumerable<string> BlocksOf(string language, string endpoint = "https://ledger.example/graphql") => Block().Matches(ApiGuide.For(endpoint))
        .Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value);

    private static async Task<JsonNode> AskAsync(LedgerVisitor visitor, string query, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/t/acme/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("application/json");
        await visitor.SendAsync(request);
        return JsonNode.Parse(visitor.Page)!;
    }

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Block();

    [GeneratedRegex("^(query|mutation) (?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex OperationName();
}
