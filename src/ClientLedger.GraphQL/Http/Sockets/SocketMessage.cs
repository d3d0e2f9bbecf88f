using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>A message of a client.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">The operation that it belongs to; null for one of the connection.</param>
/// <param name="Payload">What it says; of kind Undefined when it says nothing.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement Payload)
{
    /// <summary>Reads a message; a <see cref="SocketClosedException"/> when it isn't of the protocol.</summary>
    public static SocketMessage Parse(ReadOnlySpan<byte> utf8)
    {
        JsonElement json;
        try
        {
            json = RequestJson.Parse(utf8, "It");
        }
        catch (BadHttpRequestException refusal)
        {
            throw Bad(refusal.Message);
        }

        if (json.ValueKind != JsonValueKind.Object || Text(json, "type") is not { } type)
        {
            throw Bad("It must be a JSON object with a 'type'.");
        }

        json.TryGetProperty("payload", out var payload);
        var id = Text(json, "id");
        return type switch
        {
            "connection_init" or "ping" or "pong" when payload.ValueKind is JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined => new SocketMessage(type, null, payload),
            "connection_init" or "ping" or "pong" => throw Bad($"The 'payload' of '{type}' must be an object."),
            "subscribe" or "complete" when string.IsNullOrEmpty(id) => throw Bad($"The 'id' of '{type}' must be a string that isn't empty."),
            "subscribe" or "complete" => new SocketMessage(type, id, payload),
            _ => throw Bad($"A client sends no '{type}'."),
        };
    }

    /// <summary>What a <c>subscribe</c> asks for.</summary>
    public GraphQLParameters Parameters()
    {
        try
        {
            return GraphQLParameters.In(Payload);
        }
        catch (BadHttpRequestException refusal)
        {
            throw Bad(refusal.Message);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static SocketClosedException Bad(string problem) => new(CloseReason.BadMessage(problem));
}
