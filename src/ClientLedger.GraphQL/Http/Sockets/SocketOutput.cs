using System.Net.WebSockets;
using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Json;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>Sends the messages of a server, one at a time. An operation waits until its message is sent before it makes the next: a slow client slows it down.</summary>
/// <param name="socket">The WebSocket.</param>
/// <param name="ending">Ends with the connection. It alone ends a message that is on its way: a message cut short ends the connection.</param>
internal sealed class SocketOutput(WebSocket socket, CancellationToken ending) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public ValueTask AcknowledgeAsync() => SendAsync("connection_ack", null, static _ => { }, ending);

    public ValueTask PongAsync(JsonElement payload) =>
        SendAsync("pong", null, payload.ValueKind == JsonValueKind.Object ? message => WritePayload(message).WriteValue(payload) : static _ => { }, ending);

    public ValueTask NextAsync(string id, GraphQLResponse answer, CancellationToken cancellation) =>
        SendAsync("next", id, message => WritePayload(message).Write(answer.Body.Span), cancellation);

    public ValueTask ErrorAsync(string id, IReadOnlyList<GraphQLError> errors, CancellationToken cancellation) =>
        SendAsync("error", id, message => WritePayload(message).WriteErrors(errors), cancellation);

    public ValueTask CompleteAsync(string id, CancellationToken cancellation) => SendAsync("complete", id, static _ => { }, cancellation);

    /// <summary>Says goodbye, unless the connection is lost already. A client that reads nothing, so that a message is still on its way to it, isn't waited for long: the connection ends without.</summary>
    public async ValueTask CloseAsync(CloseReason reason)
    {
        using var patience = new CancellationTokenSource(SocketInput.TimeForGoodbye);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, patience.Token);
        try
        {
            await turn.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Text, either.Token);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client was faster.
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static PooledBuffer WritePayload(PooledBuffer message)
    {
        message.Write(",\"payload\":"u8);
        return message;
    }

    private async ValueTask SendAsync(string type, string? id, Action<PooledBuffer> writePayload, CancellationToken cancellation)
    {
        using var message = new PooledBuffer(int.MaxValue);
        message.WriteByte((byte)'{');
        if (id is not null)
        {
            message.WriteName("id");
            message.WriteString(id);
            message.WriteByte((byte)',');
        }

        message.WriteName("type");
        message.WriteString(type);
        writePayload(message);
        message.WriteByte((byte)'}');

        await turn.WaitAsync(cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (socket.State == WebSocketState.Open)
            {
                await socket.SendAsync(message.Written, WebSocketMessageType.Text, endOfMessage: true, ending);
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
