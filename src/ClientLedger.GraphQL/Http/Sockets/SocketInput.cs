using System.Net.WebSockets;
using ClientLedger.GraphQL.Execution.Json;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>Receives the messages of a client.</summary>
internal sealed class SocketInput(WebSocket socket, int maxBytes)
{
    private const int PartSize = 4096;

    /// <summary>How long each side may take to say goodbye.</summary>
    public static readonly TimeSpan TimeForGoodbye = TimeSpan.FromSeconds(2);

    /// <summary>The next message, or null when the client has said goodbye or is lost. Cancelling it ends the connection.</summary>
    public async ValueTask<SocketMessage?> NextAsync(CancellationToken cancellation)
    {
        using var text = new PooledBuffer(int.MaxValue);
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(text.GetMemory(PartSize), cancellation);
            }
            catch (Exception exception) when (exception is WebSocketException || cancellation.IsCancellationRequested)
            {
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Advance(part.Count);
            if (text.Length > maxBytes)
            {
                throw new SocketClosedException(CloseReason.MessageTooBig);
            }

            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Text ? SocketMessage.Parse(text.WrittenSpan) : throw new SocketClosedException(CloseReason.BadMessage("It must be text."));
            }
        }
    }

    /// <summary>After the server's goodbye, waits for the client's: who ends a connection with something unread ends it before the other side has read everything.</summary>
    public async ValueTask DrainAsync()
    {
        using var patience = new CancellationTokenSource(TimeForGoodbye);
        var rest = new byte[PartSize];
        try
        {
            while (socket.State == WebSocketState.CloseSent && (await socket.ReceiveAsync(rest.AsMemory(), patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // It has gone without one, or somebody else still listens.
        }
    }
}
