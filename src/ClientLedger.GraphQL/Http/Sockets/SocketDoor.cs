using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>Lets clients in that speak <c>graphql-transport-ws</c>, the protocol of <c>graphql-ws</c>.</summary>
internal static class SocketDoor
{
    private const string Protocol = "graphql-transport-ws";

    public static async Task EnterAsync(HttpContext context, GraphQLServer server, GraphQLHttpOptions options, CancellationToken stopping)
    {
        if (!ForeignPages.MayConnect(context.Request, options.AllowedOrigins))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            using var foreign = await context.WebSockets.AcceptWebSocketAsync();
            using var goodbye = new SocketOutput(foreign, context.RequestAborted);
            await goodbye.CloseAsync(CloseReason.SubprotocolNotAcceptable);
            await new SocketInput(foreign, options.MaxRequestBytes).DrainAsync();
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = Protocol,
            KeepAliveInterval = options.KeepAlive,
            KeepAliveTimeout = options.KeepAlive,
        });
        await using var connection = new SocketConnection(socket, context, server, options);
        await connection.ServeAsync(stopping);
    }
}
