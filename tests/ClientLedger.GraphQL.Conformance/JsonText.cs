using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>The value of a JSON string. A document may hold halves of surrogate pairs, which are to be refused by the lexer and not by the reader of JSON.</summary>
internal static class JsonText
{
    public static string Of(JsonElement value)
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
