using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientLedger.GraphQL.Conformance;

namespace ClientLedger.GraphQL.Tests.Comparison;

/// <summary>
/// Answers of the conformance protocol in a form in which equal ones are equal texts: errors are a set, without extensions, and numbers count by their value. The order of fields in data counts, as in the specification (7.2.2).
/// </summary>
internal static class Answer
{
    private static readonly JsonDocumentOptions Nested = new() { MaxDepth = 1_000 };

    public static string Canonical(string answer)
    {
        using var json = JsonDocument.Parse(answer, Nested);
        var text = new StringBuilder();
        foreach (var member in json.RootElement.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            text.Append(member.Name).Append('=');
            if (member.Name == "errors")
            {
                text.AppendJoin('\n', member.Value.EnumerateArray().Select(CanonicalError).Order(StringComparer.Ordinal));
            }
            else
            {
                Append(text, member.Value);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string CanonicalError(JsonElement error)
    {
        var text = new StringBuilder();
        foreach (var name in (string[])["message", "locations", "path"])
        {
            if (error.TryGetProperty(name, out var value))
            {
                text.Append(name).Append('=');
                Append(text, value);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    text.Append(member.Name).Append(':');
                    Append(text, member.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                // JavaScript writes -0 as 0: the sum is 0 for both.
                text.Append((value.GetDouble() + 0.0).ToString("R", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                // Half a surrogate pair can't be written as UTF-8: where a message cuts a pair in two, the engine's answer has the replacement character.
                text.Append('"').Append(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(JsonText.Of(value)))).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
