using System.Text;

namespace ClientLedger.GraphQL.Language;

/// <summary>Block strings: their value (2.9.4, BlockStringValue) and how they are printed.</summary>
internal static class BlockString
{
    private const int LongestSingleLine = 70;

    /// <summary>The value of the raw text between the quotes.</summary>
    /// <param name="raw">The text.</param>
    /// <param name="escaped">Whether <c>\"""</c> stands in it.</param>
    public static string ValueOf(ReadOnlySpan<char> raw, bool escaped)
    {
        var lines = new List<Range>();
        var commonIndent = int.MaxValue;
        var firstNonEmpty = -1;
        var lastNonEmpty = -1;
        for (var start = 0; ;)
        {
            var length = raw[start..].IndexOfAny('\n', '\r');
            var end = length < 0 ? raw.Length : start + length;
            var indent = LeadingWhiteSpace(raw[start..end]);
            if (indent < end - start)
            {
                firstNonEmpty = firstNonEmpty < 0 ? lines.Count : firstNonEmpty;
                lastNonEmpty = lines.Count;
                commonIndent = lines.Count == 0 ? commonIndent : Math.Min(commonIndent, indent);
            }

            lines.Add(start..end);
            if (length < 0)
            {
                break;
            }

            start = raw[end] == '\r' && end + 1 < raw.Length && raw[end + 1] == '\n' ? end + 2 : end + 1;
        }

        if (firstNonEmpty < 0)
        {
            return "";
        }

        var value = new StringBuilder(raw.Length);
        for (var line = firstNonEmpty; line <= lastNonEmpty; line++)
        {
            var text = raw[lines[line]];
            value.Append(line > firstNonEmpty ? "\n" : "").Append(line == 0 ? text : text[Math.Min(commonIndent, text.Length)..]);
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

    private static int LeadingWhiteSpace(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAnyExcept(' ', '\t');
        return end < 0 ? line.Length : end;
    }
}
