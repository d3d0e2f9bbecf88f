using System.Globalization;
using System.Text;
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
    public string Text(string name) => TextOf(json.GetProperty(name));

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string name) => Optional(name) is { } value ? TextOf(value) : null;

    /// <summary>A value that may be missing or null.</summary>
    public JsonElement? Optional(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The value of a JSON string. A document may hold halves of surrogate pairs, which are to be refused by the lexer and not by the reader of JSON.</summary>
    private static string TextOf(JsonElement value)
    {
        var raw = value.GetRawText();
        if (value.ValueKind != JsonValueKind.String || !raw.Contains("\\u", StringComparison.Ordinal))
        {
            return value.GetString()!;
        }

        var text = new StringBuilder(raw.Length);
        for (var at = 1; at < raw.Length - 1; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            at++;
            if (raw[at] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
                continue;
            }

            text.Append(raw[at] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var character => character });
        }

        return text.ToString();
    }
}
