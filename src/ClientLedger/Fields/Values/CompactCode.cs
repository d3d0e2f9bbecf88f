namespace ClientLedger.Fields.Values;

/// <summary>Numbers of letters and digits that people write in groups: cleaned of spaces and hyphens, in capitals.</summary>
internal static class CompactCode
{
    /// <summary>The code, or null when it holds another character than letters, digits, and the spaces, hyphens, points, slashes and brackets that are left out.</summary>
    public static string? Of(ReadOnlySpan<char> text, int longest)
    {
        Span<char> code = stackalloc char[longest];
        var length = 0;
        foreach (var unit in text)
        {
            var c = CharacterRules.UsualWidth(unit);
            if (c is ' ' or '-' or '.' or '/' or '(' or ')' || char.IsWhiteSpace(c) || CharacterRules.IsInvisible(c))
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(c) || length == longest)
            {
                return null;
            }

            code[length++] = char.ToUpperInvariant(c);
        }

        return code[..length].ToString();
    }
}
