using System.Globalization;
using System.Text;

namespace ClientLedger.GraphQL.Language;

/// <summary>Prints text as a quoted string (2.9.4).</summary>
internal static class StringLiteral
{
    public static string Print(string value)
    {
        var printed = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => printed.Append("\\\""),
                '\\' => printed.Append("\\\\"),
                '\b' => printed.Append("\\b"),
                '\t' => printed.Append("\\t"),
                '\n' => printed.Append("\\n"),
                '\f' => printed.Append("\\f"),
                '\r' => printed.Append("\\r"),
                < ' ' or (>= '\u007F' and <= '\u009F') => printed.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => printed.Append(character),
            };
        }

        return printed.Append('"').ToString();
    }
}
