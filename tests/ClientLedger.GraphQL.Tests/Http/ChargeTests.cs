using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Http;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>A host that keeps account of what its callers ask.</summary>
public sealed class ChargeTests
{
    private readonly List<OperationCost> charged = [];
    private readonly ConcurrentQueue<OperationReport> reports = new();

    [Theory]
    [InlineData("application/json", null, HttpStatusCode.OK)]
    [InlineData("application/json", "7", HttpStatusCode.TooManyRequests)]
    [InlineData("application/graphql-response+json", null, HttpStatusCode.BadRequest)]
    [InlineData("application/graphql-response+json", "7", HttpStatusCode.TooManyRequests)]
    public async Task Who_can_t_pay_is_refused_before_anything_is_executed(string accept, string? after, HttpStatusCode expected)
    {
        await using var host = await StartAsync(after, pays: false);
        var (status, answer) = await PostAsync(host, """{"query":"{ breaks users { edges { cursor } } }"}""", accept);
        Assert.Equal((expected, """{"errors":[{"message":"Spent.","extensions":{"code":"SPENT"}}]}"""), (status, answer));
        Assert.True(Assert.Single(charged).Type > 1);
    }

    [Fact]
    public async Task What_can_t_be_executed_costs_nothing()
    {
        await using var host = await StartAsync(after: null, pays: true);
        await PostAsync(host, """{"query":"{ unknown }"}""", "application/json");
        await PostAsync(host, """{"query":"query ($n: Int!) { hello }"}""", "application/json");
        Assert.Empty(charged);
    }

    [Fact]
    public async Task The_host_is_told_what_was_asked_and_what_became_of_it()
    {
        await using var host = await StartAsync(after: null, pays: true);
        var (_, answer) = await PostAsync(host, """{"query":"query Some($name: String) { hello(name: $name) fails again: fails }","variables":{"name":"secret"}}""", "application/json");
        await PostAsync(host, """{"query":"{"}""", "application/json");
        var (_, events) = await PostAsync(host, """{"query":"subscription Counting { count(to: 3) }"}""", "text/event-stream");
        Assert.Contains("event: complete", events, StringComparison.Ordinal);

        Assert.Equal(
            [
                ("Some", "query", 2, "NOT_TOLD", Encoding.UTF8.GetByteCount(answer), true),
                (null, null, 1, "GRAPHQL_PARSE_FAILED", reports.ElementAt(1).Bytes, false),
                ("Counting", "subscription", 0, null, """{"data":{"count":1}}""".Length * 3L, true),
            ],
            reports.Select(report => (report.Name, report.Type, report.Errors, report.FirstCode, report.Bytes, report.Cost is not null)));
        Assert.DoesNotContain(reports, report => report.ToString().Contains("secret", StringComparison.Ordinal));
    }

    private Task<GraphQLHost> StartAsync(string? after, bool pays) => GraphQLHost.StartAsync(options => options with
    {
        Charge = (context, cost) =>
        {
            charged.Add(cost);
            context.Response.Headers.RetryAfter = after;
            return pays ? null : new GraphQLError("Spent.", "SPENT");
        },
        Answered = (_, report) => reports.Enqueue(report),
    });

    private static async Task<(HttpStatusCode Status, string Answer)> PostAsync(GraphQLHost host, string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { { "Accept", accept } } };
        using var answer = await host.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
