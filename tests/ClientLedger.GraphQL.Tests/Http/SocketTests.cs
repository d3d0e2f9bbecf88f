using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using ClientLedger.GraphQL.Http;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>The protocol <c>graphql-transport-ws</c>, message by message.</summary>
public sealed class SocketTests
{
    private const string Init = """{"type":"connection_init"}""", Acknowledged = """{"type":"connection_ack"}""";

    [Fact]
    public async Task Pings_are_answered_and_operations_interleave()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, """{"type":"ping","payload":{"n":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"n":1}}""", await ReceiveAsync(socket));
        await SendAsync(socket, Init);
        Assert.Equal(Acknowledged, await ReceiveAsync(socket));
        await SendAsync(socket, """{"type":"subscribe","id":"a","payload":{"query":"subscription { ticks }"}}""");
        await host.SeesAsync("listening");
        await SendAsync(socket, """{"type":"subscribe","id":"b","payload":{"query":"{ hello }"}}""");
        Assert.Equal("""{"id":"b","type":"next","payload":{"data":{"hello":"Hello world"}}}""", await ReceiveAsync(socket));
        Assert.Equal("""{"id":"b","type":"complete"}""", await ReceiveAsync(socket));
        host.Publish(1);
        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"ticks":1}}}""", await ReceiveAsync(socket));
        await SendAsync(socket, """{"type":"complete","id":"a"}""");
        await host.SeesAsync("left");
        await SendAsync(socket, """{"type":"subscribe","id":"b","payload":{"query":"{ hello }"}}""");
        Assert.StartsWith("""{"id":"b","type":"next",""", await ReceiveAsync(socket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4400, "not json")]
    [InlineData(4400, "[]")]
    [InlineData(4400, """{"type":5}""")]
    [InlineData(4400, """{"type":"unknown"}""")]
    [InlineData(4400, """{"type":"next","id":"a"}""")]
    [InlineData(4400, """{"type":"connection_init","payload":5}""")]
    [InlineData(4400, Init, """{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, Init, """{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, Init, """{"type":"subscribe","id":"a","payload":{}}""")]
    [InlineData(4401, """{"type":"subscribe","id":"a","payload":{"query":"{ hello }"}}""")]
    [InlineData(4409, Init, """{"type":"subscribe","id":"a","payload":{"query":"subscription { ticks }"}}""", """{"type":"subscribe","id":"a","payload":{"query":"{ hello }"}}""")]
    [InlineData(4429, Init, Init)]
    public async Task Who_does_not_speak_the_protocol_is_sent_away(int code, params string[] messages)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var socket = await ConnectAsync(host);
        foreach (var message in messages)
        {
            await SendAsync(socket, message);
        }

        Assert.Equal(code, await ClosedAsync(socket));
    }

    [Fact]
    public async Task Who_does_not_begin_is_sent_away()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { ConnectionInitTimeout = TimeSpan.FromMilliseconds(1) });
        using var socket = await ConnectAsync(host);
        Assert.Equal(4408, await ClosedAsync(socket));
    }

    [Fact]
    public async Task Who_speaks_another_protocol_is_sent_away()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var socket = await ConnectAsync(host, protocol: "graphql-ws");
        Assert.Equal(4406, await ClosedAsync(socket));
    }

    [Fact]
    public async Task A_message_that_is_too_large_ends_the_connection()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { MaxRequestBytes = 1_000 });
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, new string(' ', 2_000));
        Assert.Equal(1009, await ClosedAsync(socket));
    }

    [Fact]
    public async Task A_host_that_stops_says_so()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init);
        Assert.Equal(Acknowledged, await ReceiveAsync(socket));
        await SendAsync(socket, """{"type":"subscribe","id":"a","payload":{"query":"subscription { ticks }"}}""");
        await host.SeesAsync("listening");
        var stopping = host.StopAsync();
        Assert.Equal(1001, await ClosedAsync(socket));
        await stopping;
        await host.SeesAsync("left");
    }

    [Fact]
    public async Task Only_so_many_operations_run_on_a_connection()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { MaxSocketOperations = 1 });
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init);
        Assert.Equal(Acknowledged, await ReceiveAsync(socket));
        await SendAsync(socket, """{"type":"subscribe","id":"a","payload":{"query":"subscription { ticks }"}}""");
        await SendAsync(socket, """{"type":"subscribe","id":"b","payload":{"query":"{ hello }"}}""");
        var refusal = await ReceiveAsync(socket);
        Assert.StartsWith("""{"id":"b","type":"error","payload":[{"message":"More than 1""", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_counts_until_it_has_really_ended()
    {
        var ended = new TaskCompletionSource();
        var schema = new SchemaBuilder().Sdl("type Query { a: Int } type Subscription { n: Int }").Subscribe("Subscription", "n", async _ =>
        {
            await ended.Task;
            return AsyncEnumerable.Empty<object?>();
        }).Build();
        await using var host = await GraphQLHost.StartAsync(options => options with { MaxSocketOperations = 2, Caller = _ => new(new GraphQLCaller(schema)) });
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init);
        Assert.Equal(Acknowledged, await ReceiveAsync(socket));
        foreach (var id in (string[])["a", "b", "c", "d"])
        {
            await SendAsync(socket, $$$"""{"type":"subscribe","id":"{{{id}}}","payload":{"query":"subscription { n }"}}""");
            await SendAsync(socket, $$$"""{"type":"complete","id":"{{{id}}}"}""");
        }

        Assert.StartsWith("""{"id":"c","type":"error","payload":[{"message":"More than 2""", await ReceiveAsync(socket), StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"d","type":"error",""", await ReceiveAsync(socket), StringComparison.Ordinal);
        ended.SetResult();
    }

    [Fact]
    public async Task Operations_one_after_the_other_are_never_too_many()
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { MaxSocketOperations = 1 });
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init);
        Assert.Equal(Acknowledged, await ReceiveAsync(socket));
        for (var one = 0; one < 200; one++)
        {
            await SendAsync(socket, """{"type":"subscribe","id":"a","payload":{"query":"{ hello }"}}""");
            Assert.StartsWith("""{"id":"a","type":"next",""", await ReceiveAsync(socket), StringComparison.Ordinal);
            Assert.Equal("""{"id":"a","type":"complete"}""", await ReceiveAsync(socket));
        }
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("https://app.example", true)]
    [InlineData("own", true)]
    public async Task A_page_of_another_site_opens_no_WebSocket(string origin, bool isAllowed)
    {
        await using var host = await GraphQLHost.StartAsync(options => options with { AllowedOrigins = ["https://app.example"] });
        var sent = origin == "own" ? host.Address.GetLeftPart(UriPartial.Authority) : origin;
        if (isAllowed)
        {
            using var socket = await ConnectAsync(host, origin: sent);
            Assert.Equal(WebSocketState.Open, socket.State);
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(host, origin: sent));
        }
    }

    [Fact]
    public async Task The_host_is_told_of_each_operation_before_its_client_hears_that_it_is_over()
    {
        var reports = new ConcurrentQueue<OperationReport>();
        await using var host = await GraphQLHost.StartAsync(options => options with { Answered = (_, report) => reports.Enqueue(report) });
        using var socket = await ConnectAsync(host);
        await SendAsync(socket, Init);
        Assert.Equal(Acknowledged, await ReceiveAsync(socket));
        foreach (var query in new[] { "query Some { hello }", "subscription Counting { count(to: 3) }", "query Wrong { unknown }" })
        {
            await SendAsync(socket, $$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{query}}}"}}""");
            while (await ReceiveAsync(socket) is var message && message.Contains("\"next\"", StringComparison.Ordinal))
            {
            }
        }

        Assert.Equal(
            [("Some", "query", 0, null), ("Counting", "subscription", 0, null), (null, null, 1, "GRAPHQL_VALIDATION_FAILED")],
            reports.Select(report => (report.Name, report.Type, report.Errors, report.FirstCode)));
        Assert.Equal("""{"data":{"count":1}}""".Length * 3L, reports.ElementAt(1).Bytes);
        Assert.All(reports, report => Assert.True(report.Elapsed > TimeSpan.Zero));
    }

    private static async Task<ClientWebSocket> ConnectAsync(GraphQLHost host, string protocol = "graphql-transport-ws", string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(host.SocketAddress, CancellationToken.None);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, patience.Token);
        Assert.True(received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    /// <summary>The code that the server ends the connection with.</summary>
    private static async Task<int> ClosedAsync(ClientWebSocket socket)
    {
        while (socket.CloseStatus is null)
        {
            await ReceiveAsync(socket);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return (int)socket.CloseStatus;
    }
}
