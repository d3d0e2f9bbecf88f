using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>A client on a bare TCP connection, which reads what it is told to and nothing else.</summary>
internal sealed class SlowClient : IDisposable
{
    private const string Query = """{"query":"subscription { flood }"}""";

    private readonly TcpClient connection;
    private readonly Func<Task<string?>> readAsync;

    private SlowClient(TcpClient connection, Func<Task<string?>> readAsync)
    {
        this.connection = connection;
        this.readAsync = readAsync;
    }

    /// <summary>Subscribes by <c>sse</c> or <c>ws</c>.</summary>
    public static async Task<SlowClient> SubscribeAsync(string way, Uri address)
    {
        var tcp = new TcpClient { ReceiveBufferSize = Flood.BufferBytes };
        await tcp.ConnectAsync(address.Host, address.Port);
        return new SlowClient(tcp, way == "sse" ? await OverEventStreamAsync(tcp.GetStream(), address) : await OverSocketAsync(tcp.GetStream(), address));
    }

    /// <summary>The next answer, or null when they are complete.</summary>
    public Task<string?> NextAsync() => readAsync().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Cuts the connection, as a process that ends does.</summary>
    public void BreakOff()
    {
        connection.LingerState = new LingerOption(enable: true, seconds: 0);
        connection.Close();
    }

    public void Dispose() => connection.Dispose();

    /// <summary>HTTP/1.0: no chunks need to be put together.</summary>
    private static async Task<Func<Task<string?>>> OverEventStreamAsync(NetworkStream stream, Uri address)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address.PathAndQuery} HTTP/1.0\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {Query.Length}\r\n\r\n{Query}"));
        Assert.Contains(" 200 ", await HeadAsync(stream), StringComparison.Ordinal);
        var reader = new StreamReader(stream, Encoding.UTF8);
        return async () =>
        {
            var kind = await reader.ReadLineAsync();
            var data = await reader.ReadLineAsync();
            Assert.Equal("", await reader.ReadLineAsync());
            return kind == "event: next" ? data!["data: ".Length..] : null;
        };
    }

    private static async Task<Func<Task<string?>>> OverSocketAsync(NetworkStream stream, Uri address)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
            "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        Assert.Contains(" 101 ", await HeadAsync(stream), StringComparison.Ordinal);
        var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { SubProtocol = "graphql-transport-ws", KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var message = new byte[2 * Flood.EventBytes];
        await SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("connection_ack", (await ReceiveAsync()).GetProperty("type").GetString());
        await SendAsync($$"""{"type":"subscribe","id":"a","payload":{{Query}}}""");
        return async () =>
        {
            var received = await ReceiveAsync();
            return received.GetProperty("type").GetString() == "next" ? received.GetProperty("payload").GetRawText() : null;
        };

        Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        async Task<JsonElement> ReceiveAsync()
        {
            var length = 0;
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(new ArraySegment<byte>(message, length, message.Length - length), CancellationToken.None);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            return JsonElement.Parse(message.AsSpan(0, length));
        }
    }

    /// <summary>Status and headers, and not a byte of what follows them.</summary>
    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
