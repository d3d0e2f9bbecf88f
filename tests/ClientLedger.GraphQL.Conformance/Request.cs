using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>A request of the protocol; what doesn't read as it must is a <see cref="JsonException"/> that names it.</summary>
internal readonly struct Request
{
    private readonly JsonElement json;

    public Request(JsonElement json) =>
        this.json = json.ValueKind == JsonValueKind.Object ? json : throw new JsonException("It must be an object.");

    /// <summary>What the answer repeats, if there is one; it may be null.</summary>
    public bool HasId(out JsonNode? id)
    {
        var hasId = json.TryGetProperty("id", out var given);
        id = hasId ? JsonNode.Parse(JsonText.WithoutHalves(given).GetRawText(), documentOptions: JsonText.Nested) : null;
        return hasId;
    }

    public string Action => Text("action");

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => OptionalText(name) ?? throw new JsonException($"\"{name}\" must be a string.");

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string name) =>
        Given(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? JsonText.Of(value)
        : throw new JsonException($"\"{name}\" must be a string.");

    /// <summary>Texts; null where they are missing or null.</summary>
    public List<string>? OptionalTexts(string name) => Optional(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } items when items.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => items.EnumerateArray().Select(item => item.GetString()!).ToList(),
        _ => throw new JsonException($"\"{name}\" must be a list of strings."),
    };

    /// <summary>A value that may be missing or null.</summary>
    public JsonElement? Optional(string name) => Given(name) is { } value ? JsonText.WithoutHalves(value) : null;

    private JsonElement? Given(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
