using System.Globalization;
using System.Net.WebSockets;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>Why the server ends a WebSocket, by the codes of <c>graphql-transport-ws</c>.</summary>
internal sealed record CloseReason(int Code, string Text)
{
    public static CloseReason Done { get; } = new((int)WebSocketCloseStatus.NormalClosure, "");

    public static CloseReason GoingAway { get; } = new((int)WebSocketCloseStatus.EndpointUnavailable, "Going away");

    public static CloseReason MessageTooBig { get; } = new((int)WebSocketCloseStatus.MessageTooBig, "Message too big");

    public static CloseReason Unauthorized { get; } = new(4401, "Unauthorized");

    public static CloseReason Forbidden { get; } = new(4403, "Forbidden");

    public static CloseReason SubprotocolNotAcceptable { get; } = new(4406, "Subprotocol not acceptable");

    public static CloseReason InitialisationTimeout { get; } = new(4408, "Connection initialisation timeout");

    public static CloseReason TooManyInitialisations { get; } = new(4429, "Too many initialisation requests");

    public static CloseReason InternalError { get; } = new(4500, "Internal server error");

    /// <summary>A message that isn't of the protocol; the reason says what is wrong with it.</summary>
    public static CloseReason BadMessage(string problem) => new(4400, Fit($"Invalid message: {problem}"));

    /// <summary>An id that is in use.</summary>
    public static CloseReason SubscriberExists(string id) => new(4409, Fit(string.Create(CultureInfo.InvariantCulture, $"Subscriber for {id} already exists")));

    /// <summary>A reason may have 123 bytes.</summary>
    private static string Fit(string text)
    {
        const int MostCharacters = 123 / 3;
        return System.Text.Encoding.UTF8.GetByteCount(text) <= 123 ? text : text[..MostCharacters];
    }
}

/// <summary>Ends a WebSocket from wherever it is found out that it must end.</summary>
internal sealed class SocketClosedException(CloseReason reason) : Exception(reason.Text)
{
    public CloseReason Reason => reason;
}
