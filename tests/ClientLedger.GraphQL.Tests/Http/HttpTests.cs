using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ClientLedger.GraphQL.Caching;
using ClientLedger.GraphQL.Execution;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP: methods, media types, status codes, limits, and who may ask.</summary>
public sealed class HttpTests
{
    private const string GraphQLJson = "application/graphql-response+json", Json = "application/json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/graphql-response+json", GraphQLJson)]
    [InlineData("application/json, application/graphql-response+json", GraphQLJson)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Json)]
    [InlineData("application/graphql-response+json;q=0, */*;q=0.1", Json)]
    [InlineData("text/html, application/json;charset=UTF-8", Json)]
    [InlineData("text/event-stream, application/json", Json)]
    public async Task The_answer_is_what_the_client_accepts(string? accept, string expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var answer = await PostAsync(host, """{"query":"{ hello }"}""", accept);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json;charset=latin1", HttpStatusCode.NotAcceptable)]
    [InlineData("not a media type", HttpStatusCode.NotAcceptable)]
    public async Task An_answer_that_nobody_can_give_is_refused(string accept, HttpStatusCode expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var answer = await PostAsync(host, """{"query":"{ hello }"}""", accept);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("BAD_REQUEST", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"query":"{"}""", 200, 400)]
    [InlineData("""{"query":"{ unknown }"}""", 200, 400)]
    [InlineData("""{"query":"query ($n: Int!) { hello }"}""", 200, 400)]
    [InlineData("""{"query":"{ hello }","operationName":"X"}""", 200, 400)]
    [InlineData("""{"query":"{ fails }"}""", 200, 200)]
    [InlineData("""{"query":"{ breaks }"}""", 200, 200)]
    [InlineData("""{"query":"subscription { ticks }"}""", 406, 406)]
    [InlineData("""{"query":1}""", 400, 400)]
    [InlineData("""{}""", 400, 400)]
    [InlineData("""5""", 400, 400)]
    [InlineData("""{"query":"{ hello }","variables":{"x":"\ud800"}}""", 400, 400)]
    [InlineData("""{"query":"{ hello }"} more""", 400, 400)]
    [InlineData("""[{"query":"{ hello }"}]""", 400, 400)]
    [InlineData("", 400, 400)]
    public async Task The_status_says_whose_matter_it_is(string body, int inJson, int inGraphQLJson)
    {
        await using var host = await GraphQLHost.StartAsync();
        foreach (var (accept, expected) in ((string, int)[])[(Json, inJson), (GraphQLJson, inGraphQLJson)])
        {
            using var answer = await PostAsync(host, body, accept);
            Assert.Equal(expected, (int)answer.StatusCode);
            Assert.Equal(accept, answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("\"errors\":[{\"message\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_broke_is_told_to_nobody()
    {
        var hidden = new List<HiddenError>();
        var serverOptions = new GraphQLServerOptions { Execution = new() { Disclosure = new() { Log = hidden.Add } } };
        await using var host = await GraphQLHost.StartAsync(serverOptions: serverOptions);
        using var answer = await PostAsync(host, """{"query":"{ breaks }"}""", null);
        var text = await answer.Content.ReadAsStringAsync();
        var error = Assert.Single(hidden);
        Assert.Equal("Query.breaks", error.Where);
        Assert.Equal(
            $$$"""{"errors":[{"message":"Internal error","locations":[{"line":1,"column":3}],"path":["breaks"],"extensions":{"code":"INTERNAL_SERVER_ERROR","correlationId":"{{{error.CorrelationId}}}"}}],"data":{"breaks":null}}""",
            text);
    }

    [Fact]
    public async Task GET_asks_queries_and_nothing_else()
    {
        await using var host = await GraphQLHost.StartAsync();
        Assert.Equal(
            """{"data":{"hello":"Hello 客户"}}""",
            await host.Client.GetStringAsync($"{host.Address}?query={Uri.EscapeDataString("query A($n: String) { hello(name: $n) }")}&variables={Uri.EscapeDataString("""{"n":"客户"}""")}&operationName=A"));
        using var mutation = await host.Client.GetAsync($"{host.Address}?query={Uri.EscapeDataString("mutation { rename(id: 1, name: \"x\") { id } }")}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, mutation.StatusCode);
        Assert.Equal(["POST"], mutation.Content.Headers.Allow);
        using var put = await host.Client.PutAsync(host.Address, null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, put.StatusCode);
        using var twice = await host.Client.GetAsync($"{host.Address}?query=%7Bhello%7D&query=%7Bhello%7D");
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        using var badVariables = await host.Client.GetAsync($"{host.Address}?query=%7Bhello%7D&variables=%5B");
        Assert.Equal(HttpStatusCode.BadRequest, badVariables.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/graphql")]
    public async Task Only_a_content_type_that_needs_CORS_is_taken(string contentType)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var content = new StringContent("""{"query":"{ hello }"}""", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var answer = await host.Client.PostAsync(host.Address, content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "cors", HttpStatusCode.OK)]
    [InlineData("same-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "navigate", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "cors", HttpStatusCode.OK)]
    [InlineData("same-origin", "no-cors", HttpStatusCode.OK)]
    [InlineData("none", "navigate", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_must_ask_by_CORS(string site, string mode, HttpStatusCode expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{host.Address}?query=%7Bhello%7D");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused_whether_or_not_it_says_how_large_it_is()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { MaxRequestBytes = 1_000 });
        var body = $$$"""{"query":"{ hello }","extensions":{"x":"{{{new string('x', 1_000)}}}"}}""";
        using var known = await PostAsync(host, body, null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, known.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address) { Content = new StringContent(body, Encoding.UTF8, Json) };
        request.Headers.TransferEncodingChunked = true;
        using var unknown = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unknown.StatusCode);
    }

    [Fact]
    public async Task Several_operations_in_one_request_are_taken_where_the_host_says_so()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { MaxBatch = 2 });
        using var two = await PostAsync(host, """[{"query":"{ hello }"},{"query":"{ unknown }"}]""", null);
        var text = await two.Content.ReadAsStringAsync();
        Assert.StartsWith("""[{"data":{"hello":"Hello world"}},{"errors":[""", text, StringComparison.Ordinal);
        using var three = await PostAsync(host, """[{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"}]""", null);
        Assert.Equal(HttpStatusCode.BadRequest, three.StatusCode);
    }

    [Fact]
    public async Task A_document_is_asked_by_its_id_or_its_hash()
    {
        const string Hello = "{ hello }", Named = "{ hello(name: \"Ann\") }";
        var options = new GraphQLServerOptions { TrustedDocuments = new TrustedDocuments([Hello]), KeepsPersistedQueries = true };
        await using var host = await GraphQLHost.StartAsync(serverOptions: options);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", await host.Client.GetStringAsync(new Uri($"{host.Address}?documentId=sha256:{TrustedDocuments.IdOf(Hello)}")));
        using var byId = await PostAsync(host, $$"""{"documentId":"{{TrustedDocuments.IdOf(Hello)}}"}""", null);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", await byId.Content.ReadAsStringAsync());

        var extensions = Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{TrustedDocuments.IdOf(Named)}}}"}}""");
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await host.Client.GetStringAsync(new Uri($"{host.Address}?extensions={extensions}")), StringComparison.Ordinal);
        foreach (var query in (string[])[$"query={Uri.EscapeDataString(Named)}&", ""])
        {
            Assert.Equal("""{"data":{"hello":"Hello Ann"}}""", await host.Client.GetStringAsync(new Uri($"{host.Address}?{query}extensions={extensions}")));
        }
    }

    [Theory]
    [InlineData("""{"variables":{}}""")]
    [InlineData("""{"query":null,"extensions":{"other":1}}""")]
    public async Task A_request_without_a_document_is_refused(string body)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var answer = await PostAsync(host, body, null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_cost_is_told_to_whoever_asks()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var answer = await PostAsync(host, """{"query":"{ node(id: 1) { id } }","extensions":{"cost":true}}""", null);
        Assert.Equal("""{"data":{"node":{"id":"1"}},"extensions":{"cost":{"fieldCost":1,"typeCost":2}}}""", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(GraphQLHost host, string body, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address) { Content = new StringContent(body, Encoding.UTF8, Json) };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await host.Client.SendAsync(request);
    }
}
