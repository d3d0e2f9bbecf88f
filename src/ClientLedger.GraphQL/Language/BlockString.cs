using System.Text;

namespace ClientLedger.GraphQL.Language;

/// <summary>Block strings: their value (2.9.4, BlockStringValue) and how they are printed.</summary>
internal static class BlockString
{
    private const int LongestSingleLine = 70;

    /// <summary>The value of the raw text between the quotes; null when it is one part of it, as it stands.</summary>
    /// <param name="raw">The text.</param>
    /// <param name="escaped">Whether <c>\"""</c> stands in it.</param>
    /// <param name="part">The part that the value is, when it is one.</param>
    public static string? ValueOf(ReadOnlySpan<char> raw, bool escaped, out Range part)
    {
        var commonIndent = int.MaxValue;
        var (firstNonEmpty, lastNonEmpty, number) = (-1, -1, 0);
        part = ..0;
        for (var line = LineAt(raw, 0); ; line = LineAt(raw, line.Next), number++)
        {
            var text = raw[line.Start..line.End];
            var indent = LeadingWhiteSpace(text);
            if (indent < text.Length)
            {
                firstNonEmpty = firstNonEmpty < 0 ? number : firstNonEmpty;
                lastNonEmpty = number;
                commonIndent = number == 0 ? commonIndent : Math.Min(commonIndent, indent);
                part = (number == 0 ? line.Start : line.Start + indent)..line.End;
            }

            if (line.Next < 0)
            {
                break;
            }
        }

        if (firstNonEmpty == lastNonEmpty && !escaped)
        {
            return null;
        }

        var value = new StringBuilder(raw.Length);
        number = 0;
        for (var line = LineAt(raw, 0); ; line = LineAt(raw, line.Next), number++)
        {
            if (number >= firstNonEmpty)
            {
                var text = raw[line.Start..line.End];
                value.Append(number > firstNonEmpty ? "\n" : "").Append(number == 0 ? text : text[Math.Min(commonIndent, text.Length)..]);
            }

            if (number == lastNonEmpty)
            {
                break;
            }
        }

        return escaped ? value.Replace("\\\"\"\"", "\"\"\"").ToString() : value.ToString();
    }

    /// <summary>Whether a text can be printed as a block string and read back unchanged.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        var isEmptyLine = true;
        var hasIndent = false;
        var hasCommonIndent = true;
        var seenNonEmptyLine = false;
        foreach (var character in value)
        {
            switch (character)
            {
                case '\n':
                    if (isEmptyLine && !seenNonEmptyLine)
                    {
                        return false;
                    }

                    seenNonEmptyLine = true;
                    isEmptyLine = true;
                    hasIndent = false;
                    break;

                case '\t' or ' ':
                    hasIndent |= isEmptyLine;
                    break;

                case <= '\u000F':
                    return false;

                default:
                    hasCommonIndent &= hasIndent;
                    isEmptyLine = false;
                    break;
            }
        }

        return !isEmptyLine && !(hasCommonIndent && seenNonEmptyLine);
    }

    /// <summary>A text as a block string, quotes included, not indented.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.ReplaceLineEndingsOfGraphQL().Split('\n');
        var isSingleLine = lines.Length == 1;

        // Without a line break before it, the first of several lines would not count in the common indent.
        var forceLeadingNewLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || Characters.IsWhiteSpace(line[0]));
        var endsWithTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var forceTrailingNewLine = (value.EndsWith('"') && !endsWithTripleQuotes) || value.EndsWith('\\');
        var asMultipleLines = !isSingleLine || value.Length > LongestSingleLine || forceTrailingNewLine || forceLeadingNewLine || endsWithTripleQuotes;
        var startsWithWhiteSpace = isSingleLine && value.Length > 0 && Characters.IsWhiteSpace(value[0]);

        var leading = (asMultipleLines && !startsWithWhiteSpace) || forceLeadingNewLine ? "\n" : "";
        var trailing = asMultipleLines ? "\n" : "";
        return $"\"\"\"{leading}{escaped}{trailing}\"\"\"";
    }

    private static string ReplaceLineEndingsOfGraphQL(this string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Where a line that begins somewhere ends, and where the next one begins; -1 when there is none.</summary>
    private static (int Start, int End, int Next) LineAt(ReadOnlySpan<char> raw, int start)
    {
        var length = raw[start..].IndexOfAny('\n', '\r');
        if (length < 0)
        {
            return (start, raw.Length, -1);
        }

        var end = start + length;
        return (start, end, raw[end] == '\r' && end + 1 < raw.Length && raw[end + 1] == '\n' ? end + 2 : end + 1);
    }

    private static int LeadingWhiteSpace(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAnyExcept(' ', '\t');
        return end < 0 ? line.Length : end;
    }
}
