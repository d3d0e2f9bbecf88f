using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Strings of JSON in which halves of surrogate pairs may be escaped: in a document they are to be refused by the lexer, and nowhere by the reader of JSON.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>JSON as deep as documents may be.</summary>
    public static JsonDocumentOptions Nested { get; } = new() { MaxDepth = Documents.Deepest };

    /// <summary>The value of a string, halves of pairs and all.</summary>
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

    /// <summary>JSON in which the replacement character stands for each half of a pair, as it does where text is written as UTF-8.</summary>
    public static JsonElement WithoutHalves(JsonElement value)
    {
        var raw = value.GetRawText();
        if (!raw.Contains("\\u", StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(raw);
        for (var at = raw.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = raw.IndexOf('\\', at))
        {
            var isPair = IsEscaped(raw, at, char.IsHighSurrogate) && IsEscaped(raw, at + EscapeLength, char.IsLowSurrogate);
            if (!isPair && IsEscaped(raw, at, char.IsSurrogate))
            {
                text.Remove(at, EscapeLength).Insert(at, "\\ufffd");
            }

            at += isPair ? 2 * EscapeLength : 2;
        }

        using var json = JsonDocument.Parse(text.ToString(), Nested);
        return json.RootElement.Clone();
    }

    private static bool IsEscaped(string raw, int at, Func<char, bool> isIt) =>
        at + EscapeLength < raw.Length && raw[at] == '\\' && raw[at + 1] == 'u'
        && isIt((char)ushort.Parse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
