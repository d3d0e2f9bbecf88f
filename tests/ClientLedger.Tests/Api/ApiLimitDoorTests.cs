using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Api;

/// <summary>Callers who have spent their points, as they see it over HTTP.</summary>
[Collection(HostCollection.Name)]
public sealed class ApiLimitDoorTests
{
    private const string Page = "{ customers(first: 50) { nodes { name } } }";

    private static readonly (string Name, string Value)[] FewPoints = [("Api:CostBurst", "150"), ("Api:CostPerSecond", "1")];

    [Fact]
    public async Task Who_has_spent_the_points_is_told_when_to_come_again_and_others_are_not_touched()
    {
        await using var app = await LedgerApp.StartAsync(FewPoints);
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            var (email, tenant) = language == Language.English ? (LedgerApp.AnnaEmail, TwoTenants.Acme) : (LedgerApp.GinaEmail, TwoTenants.Globex);
            var visitor = await app.SignInAsync(email, language);
            var answers = new List<HttpResponseMessage>();
            while (answers.Count < 20 && (answers.Count == 0 || answers[^1].StatusCode == HttpStatusCode.OK))
            {
                answers.Add(await AskAsync(visitor, tenant, Page));
            }

            // The first was carried out, whatever the caller before has spent.
            Assert.InRange(answers.Count, 2, 19);
            Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
            Assert.InRange(answers[^1].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.Contains("\"points\";q=150;w=150", answers[0].Headers.GetValues("RateLimit-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("\"points\";r=", string.Join(',', answers[0].Headers.GetValues("RateLimit")), StringComparison.Ordinal);
            var error = JsonNode.Parse(visitor.Page)!["errors"]![0]!;
            Assert.Equal("api.pointsSpent", (string)error["extensions"]!["code"]!);
            Assert.Contains(language == Language.English ? "Wait" : "请等待", (string)error["message"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_mutation_that_could_not_be_paid_for_has_changed_nothing()
    {
        await using var app = await LedgerApp.StartAsync([("Api:CostBurst", "3"), ("Api:CostPerSecond", "1")]);
        var anna = await app.SignInAsync(LedgerApp.AnnaEmail);
        var answer = await AskAsync(anna, TwoTenants.Acme, "mutation { createCustomer(values: { name: \"Dear\" }) { customer { id orders(first: 50) { nodes { id } } } } }");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter);
        Assert.Equal("api.tooDear", (string)JsonNode.Parse(anna.Page)!["errors"]![0]!["extensions"]!["code"]!);
        await anna.GetAsync("/t/acme/customers");
        Assert.DoesNotContain("Dear", anna.Page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(LedgerVisitor visitor, string tenant, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/t/{tenant}/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("application/json");
        return await visitor.SendAsync(request);
    }
}
