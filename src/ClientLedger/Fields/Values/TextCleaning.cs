using System.Buffers;

namespace ClientLedger.Fields.Values;

/// <summary>
/// Makes text uniform before it is stored: characters that show nothing, lone surrogates and U+0000 are left out, odd
/// widths become the usual ones, white space is trimmed and collapsed, and the result is in Unicode normalisation form C.
/// Cleaning cleaned text returns the same instance.
/// </summary>
public static class TextCleaning
{
    /// <summary>
    /// One line: every run of white space and line breaks becomes one space, full-width ASCII (punctuation included) becomes
    /// half-width, half-width katakana full-width.
    /// </summary>
    public static string Line(string text) => Clean(text, block: false);

    /// <summary>
    /// Text of several lines: line breaks of any kind become <c>\n</c>, each line is trimmed and its white space collapsed,
    /// empty lines stay except at both ends. Full-width letters and digits become half-width; full-width punctuation stays,
    /// for it is right in Chinese prose.
    /// </summary>
    public static string Block(string text) => Clean(text, block: true);

    /// <summary>The same as <see cref="Line(string)"/> for a slice, which is returned itself when it is clean already.</summary>
    internal static ReadOnlySpan<char> LineOf(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim(' ');
        return CleanPrefix(trimmed) == trimmed.Length ? trimmed : Line(trimmed.ToString());
    }

    private static string Clean(string text, bool block)
    {
        var start = CleanPrefix(text);
        if (start == text.Length)
        {
            return text;
        }

        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.AsSpan(0, start).CopyTo(rented);
            var length = CleanFrom(text, start, rented, block, out var mayCompose);
            var cleaned = rented.AsSpan(0, length);
            if (cleaned.SequenceEqual(text))
            {
                return !mayCompose || text.IsNormalized() ? text : text.Normalize();
            }

            var result = cleaned.ToString();
            return mayCompose ? result.Normalize() : result;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>How many units at the start are certainly clean: plain characters and single spaces between them.</summary>
    private static int CleanPrefix(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (CharacterRules.IsPlain(c))
            {
                continue;
            }

            var lonelySpace = c == ' ' && i > 0 && i + 1 < text.Length && CharacterRules.IsPlain(text[i + 1]);
            if (!lonelySpace)
            {
                return i;
            }
        }

        return text.Length;
    }

    private static int CleanFrom(string text, int start, Span<char> target, bool block, out bool mayCompose)
    {
        var length = start;
        var spaces = false;
        var breaks = 0;
        mayCompose = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (block && CharacterRules.IsLineBreak(c))
            {
                breaks += c == '\n' && i > 0 && text[i - 1] == '\r' ? 0 : 1;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                spaces = true;
                continue;
            }

            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
            {
                i++;
            }

            if (pair ? CharacterRules.IsInvisible(c, text[i]) : char.IsSurrogate(c) || CharacterRules.IsInvisible(c))
            {
                continue;
            }

            length = Separate(target, length, ref spaces, ref breaks);
            c = block ? CharacterRules.UsualWidthInProse(c) : CharacterRules.UsualWidth(c);
            mayCompose |= CharacterRules.MayCompose(c);
            target[length++] = c;
            if (pair)
            {
                target[length++] = text[i];
            }
        }

        return length;
    }

    /// <summary>Writes what stands between two visible characters: the line breaks, or else one space.</summary>
    private static int Separate(Span<char> target, int length, ref bool spaces, ref int breaks)
    {
        if (length > 0 && breaks > 0)
        {
            target.Slice(length, breaks).Fill('\n');
            length += breaks;
        }
        else if (length > 0 && spaces)
        {
            target[length++] = ' ';
        }

        spaces = false;
        breaks = 0;
        return length;
    }
}
