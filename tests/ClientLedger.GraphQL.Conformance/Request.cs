using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>A request of the protocol.</summary>
internal readonly struct Request(JsonElement json)
{
    /// <summary>What the answer repeats.</summary>
    public JsonNode? Id => json.TryGetProperty("id", out var id) ? JsonNode.Parse(id.GetRawText()) : null;

    public string Action => Text("action");

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => JsonText.Of(json.GetProperty(name));

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string name) => Optional(name) is { } value ? JsonText.Of(value) : null;

    /// <summary>A value that may be missing or null.</summary>
    public JsonElement? Optional(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
