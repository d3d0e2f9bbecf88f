using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, "Request Parameters"), as a client sent them.</summary>
internal sealed record GraphQLParameters(string Query, string? DocumentId, string? OperationName, JsonElement Variables, JsonElement Extensions)
{
    /// <summary>Those in a JSON object; a <see cref="BadHttpRequestException"/> when one is missing or of the wrong kind.</summary>
    public static GraphQLParameters In(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refused("The request must be a JSON object with the member 'query'.");
        }

        return new GraphQLParameters(
            Text(json, "query") ?? "",
            Text(json, "documentId"),
            Text(json, "operationName"),
            Map(json, "variables"),
            Map(json, "extensions")).WithDocument();
    }

    /// <summary>Those in a query string.</summary>
    public static GraphQLParameters In(IQueryCollection query) => new GraphQLParameters(
        Single(query, "query") ?? "",
        Single(query, "documentId"),
        Single(query, "operationName"),
        ParsedMap(query, "variables"),
        ParsedMap(query, "extensions")).WithDocument();

    /// <summary>Refuses parameters that say in no way which document is asked.</summary>
    private GraphQLParameters WithDocument() =>
        Query.Length > 0 || DocumentId is not null || (Extensions.ValueKind == JsonValueKind.Object && Extensions.TryGetProperty("persistedQuery", out _))
            ? this
            : throw Refused("The parameter 'query' is missing: it must be the text of a GraphQL document.");

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => throw Refused($"The parameter '{name}' must be a string."),
    };

    private static JsonElement Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? AsMap(value, name) : default;

    private static JsonElement AsMap(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Null ? value : throw Refused($"The parameter '{name}' must be a JSON object.");

    private static string? Single(IQueryCollection query, string name) => query[name] switch
    {
        { Count: 0 } => null,
        { Count: 1 } values => string.IsNullOrEmpty(values[0]) ? null : values[0],
        _ => throw Refused($"The parameter '{name}' is given more than once."),
    };

    private static JsonElement ParsedMap(IQueryCollection query, string name) =>
        Single(query, name) is { } text ? AsMap(RequestJson.Parse(System.Text.Encoding.UTF8.GetBytes(text), $"The parameter '{name}'"), name) : default;

    private static BadHttpRequestException Refused(string message) => new(message, StatusCodes.Status400BadRequest);
}
