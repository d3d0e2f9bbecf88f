using System.Text.Json;
using ClientLedger.TestKit;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>The server serves clients that others have written.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task The_audit_of_graphql_http_passes_in_full()
    {
        await using var host = await GraphQLHost.StartAsync();
        var answer = await Clients.AskAsync(new { action = "audit", url = host.Address });
        var audits = answer.GetProperty("audits").EnumerateArray().ToList();
        Assert.True(audits.Count > 60);
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()));
    }

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task A_client_subscribes_until_the_events_are_complete(string client)
    {
        await using var host = await GraphQLHost.StartAsync();
        var answer = await Clients.AskAsync(new { action = client, url = host.Address, query = "subscription { count(to: 3) }" });
        Assert.Equal("""[{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}]""", answer.GetProperty("values").GetRawText());
        Assert.True(answer.GetProperty("completed").GetBoolean());
    }

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task A_client_leaves_and_the_source_of_events_ends(string client)
    {
        await using var host = await GraphQLHost.StartAsync();
        var asked = Clients.AskAsync(new { action = client, url = host.Address, query = "subscription { ticks }", take = 2 });
        await host.SeesAsync("listening");
        host.Publish(1);
        host.Publish(2);
        await host.SeesAsync("left");
        Assert.Equal("""[{"data":{"ticks":1}},{"data":{"ticks":2}}]""", (await asked).GetProperty("values").GetRawText());
    }

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task A_client_whose_connection_is_cut_comes_again(string client)
    {
        await using var host = await GraphQLHost.StartAsync();
        var asked = Clients.AskAsync(new { action = client, url = host.Address, query = "subscription { ticks }", take = 1 });
        await host.SeesAsync("listening");
        host.CutConnections();

        // A quick client is back before the server has noticed that it was gone.
        await host.SeesAsync("left", "listening");
        host.Publish(7);
        await host.SeesAsync("left");
        var answer = await asked;
        Assert.Equal("""[{"data":{"ticks":7}}]""", answer.GetProperty("values").GetRawText());

        // How often it was connected isn't certain: the first connection may be cut before the client hears that it stands.
        Assert.Equal(1, answer.GetProperty("retries").GetInt32());
    }

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task A_client_asks_a_query_by_the_same_way(string client)
    {
        await using var host = await GraphQLHost.StartAsync();
        var answer = await Clients.AskAsync(new { action = client, url = host.Address, query = "{ hello }" });
        Assert.Equal("""[{"data":{"hello":"Hello world"}}]""", answer.GetProperty("values").GetRawText());
    }

    [Fact]
    public async Task A_client_is_told_what_is_wrong_over_a_WebSocket()
    {
        await using var host = await GraphQLHost.StartAsync();
        var unknown = await Clients.AskAsync(new { action = "ws", url = host.Address, query = "subscription { unknown }" });
        Assert.Contains("Cannot query field", unknown.GetProperty("error")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        var stopped = await Clients.AskAsync(new { action = "ws", url = host.Address, query = "subscription { stops }" });
        Assert.Equal("It won't begin.", stopped.GetProperty("error")[0].GetProperty("message").GetString());
        var broken = await Clients.AskAsync(new { action = "ws", url = host.Address, query = "subscription { breaks }" });
        Assert.Equal("""[{"data":{"breaks":1}}]""", broken.GetProperty("values").GetRawText());
        Assert.Equal("Internal error", broken.GetProperty("error")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_client_that_the_host_does_not_want_is_sent_away()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with
        {
            Connect = (_, payload) => ValueTask.FromResult(payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("key", out var key) && key.GetString() == "right"),
        });
        var wrong = await Clients.AskAsync(new { action = "ws", url = host.Address, query = "{ hello }", payload = new { key = "wrong" } });
        Assert.Equal(4403, wrong.GetProperty("error").GetProperty("code").GetInt32());
        var right = await Clients.AskAsync(new { action = "ws", url = host.Address, query = "{ hello }", payload = new { key = "right" } });
        Assert.True(right.GetProperty("completed").GetBoolean());
    }

    [Fact]
    public async Task Apollo_Client_asks_and_subscribes()
    {
        await using var host = await GraphQLHost.StartAsync();
        var asked = Clients.AskAsync(new
        {
            action = "apollo",
            url = host.Address,
            query = "{ hello node(id: \"1\") { id ... on User { name } } users { edges { node { id } } } }",
            mutation = "mutation { rename(id: \"1\", name: \"Bea\") { id name } }",
            subscription = "subscription { ticks }",
            take = 1,
        });
        await host.SeesAsync("listening");
        host.Publish(5);
        var answer = await asked;
        Assert.False(answer.TryGetProperty("thrown", out var thrown), thrown.ToString());
        Assert.Equal("Ann", answer.GetProperty("data")[0].GetProperty("node").GetProperty("name").GetString());
        Assert.Equal("Bea", answer.GetProperty("data")[1].GetProperty("rename").GetProperty("name").GetString());
        Assert.Equal(5, answer.GetProperty("events")[0].GetProperty("ticks").GetInt32());
    }

    // As the tools of clients ask it: graphql-js by itself, GraphiQL, code generators, and everything that can be asked.
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"schemaDescription":true,"inputValueDeprecation":true}""")]
    [InlineData("""{"descriptions":false,"directiveIsRepeatable":true,"specifiedByUrl":true}""")]
    [InlineData("""{"schemaDescription":true,"inputValueDeprecation":true,"directiveIsRepeatable":true,"specifiedByUrl":true,"oneOf":true,"experimentalDirectiveDeprecation":true,"typeDepth":15}""")]
    public async Task The_introspection_query_of_clients_is_answered_within_the_limits(string options)
    {
        await using var host = await GraphQLHost.StartAsync();
        var told = await Clients.AskAsync(new { action = "introspect", url = host.Address, options = JsonElement.Parse(options) });
        Assert.False(told.TryGetProperty("thrown", out var thrown), thrown.ToString());
        Assert.Contains("type UserConnection {\n  edges: [UserEdge]\n  pageInfo: PageInfo!\n}", told.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Relay_compiler_takes_the_schema_that_the_server_tells_of()
    {
        await using var host = await GraphQLHost.StartAsync();
        var told = await Clients.AskAsync(new { action = "introspect", url = host.Address, options = new { specifiedByUrl = true, oneOf = true, inputValueDeprecation = true } });
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("src"));
        await File.WriteAllTextAsync(folder.PathOf("schema.graphql"), told.GetProperty("text").GetString());
        await File.WriteAllTextAsync(folder.PathOf("relay.config.json"), """{"src":"./src","schema":"./schema.graphql","language":"javascript"}""");
        await File.WriteAllTextAsync(
            folder.PathOf("src/App.js"),
            """
            graphql`
              query AppQuery($id: ID!) { node(id: $id) { ...App_user @alias } ...App_users }
            `;
            graphql`
              fragment App_user on User @refetchable(queryName: "AppUserQuery") { id name }
            `;
            graphql`
              fragment App_users on Query @refetchable(queryName: "AppUsersQuery") @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
                users(first: $first, after: $after) @connection(key: "App_users") { edges { node { id name } } }
              }
            `;
            graphql`
              subscription AppSubscription { ticks }
            `;
            """);
        var answer = await Clients.AskAsync(new { action = "relay", folder = folder.FullName });
        Assert.True(answer.GetProperty("status").GetInt32() == 0, answer.GetProperty("output").GetString());
        Assert.True(File.Exists(folder.PathOf("src/__generated__/AppUsersQuery.graphql.js")));
    }
}
