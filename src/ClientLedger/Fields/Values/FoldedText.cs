using System.Buffers;
using System.Text;

namespace ClientLedger.Fields.Values;

/// <summary>
/// The folds by which text is compared, sorted, made unique and found. The steps of <see cref="Plain"/> are:
/// <list type="number">
/// <item>clean by <see cref="TextCleaning.Line"/>;</item>
/// <item>Unicode normalisation form KD;</item>
/// <item>leave out the marks U+0300–036F, U+1AB0–1AFF, U+1DC0–1DFF, U+20D0–20FF, U+FE20–FE2F and the variation selectors
/// U+FE00–FE0F and U+E0100–E01EF (é is e; the vowel signs and voicing marks of other scripts stay);</item>
/// <item>invariant lower case, code point by code point;</item>
/// <item>traditional to simplified, code point by code point: the first candidate of OpenCC's TSCharacters, followed until a
/// character that is its own;</item>
/// <item>Unicode normalisation form C;</item>
/// <item>clean by <see cref="TextCleaning.Line"/> again, because form KD may bring spaces.</item>
/// </list>
/// <see cref="Key"/> then replaces each character of U+4E00–9FFF by U+4E00 + its rank, where the characters of that block are
/// ranked by the syllable of their most common reading (plain letters, v for ü, ordinal), then tone (1 to 4, neutral last),
/// then code point; those without a known reading come last, by code point. Every other character stays.
/// So the code point order (which is the binary order of UTF-8) of keys is pinyin order, and two texts have equal keys
/// exactly when their plain folds are equal.
/// </summary>
public static class FoldedText
{
    private static readonly SearchValues<char> UpperLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The key of a text for comparing, sorting, uniqueness and look-up; not for showing, and not to be folded again.</summary>
    public static string Key(string text) => Fold(text, inPinyinOrder: true);

    /// <summary>The same fold with Han characters left as they are, for search terms. Folding a fold changes nothing.</summary>
    public static string Plain(string text) => Fold(text, inPinyinOrder: false);

    /// <summary>Compares two keys by code point, as the database does, which isn't the order of UTF-16 units.</summary>
    public static int Compare(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        }

        var common = a.AsSpan().CommonPrefixLength(b);
        return common == a.Length || common == b.Length ? a.Length - b.Length : CodePointOrder(a[common]) - CodePointOrder(b[common]);
    }

    /// <summary>Surrogates stand for code points above all others, but their values lie below U+E000 to U+FFFF.</summary>
    private static int CodePointOrder(char c) => c switch
    {
        < '\uD800' => c,
        < '\uE000' => c + 0x2000,
        _ => c - 0x800,
    };

    private static string Fold(string text, bool inPinyinOrder)
    {
        var cleaned = TextCleaning.Line(text);
        if (Ascii.IsValid(cleaned))
        {
            return cleaned.AsSpan().ContainsAny(UpperLetters) ? cleaned.ToLowerInvariant() : cleaned;
        }

        var rented = ArrayPool<char>.Shared.Rent(cleaned.Length);
        try
        {
            var folded = rented.AsSpan(0, cleaned.Length);
            if (TryFoldPlainly(cleaned, folded))
            {
                return InOrder(folded, cleaned, inPinyinOrder);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        var slowly = FoldByUnicode(cleaned).ToCharArray();
        return InOrder(slowly, "", inPinyinOrder);
    }

    private static string InOrder(Span<char> folded, string original, bool inPinyinOrder)
    {
        if (inPinyinOrder)
        {
            foreach (ref var c in folded)
            {
                c = IsHan(c) ? HanCharacters.InPinyinOrder(c) : c;
            }
        }

        return folded.SequenceEqual(original) ? original : folded.ToString();
    }

    /// <summary>Folds text of ASCII, common Han and Chinese punctuation in one pass; false when another character needs the long way.</summary>
    private static bool TryFoldPlainly(string cleaned, Span<char> target)
    {
        for (var i = 0; i < cleaned.Length; i++)
        {
            var c = cleaned[i];
            if (char.IsAscii(c))
            {
                target[i] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else if (IsHan(c))
            {
                target[i] = HanCharacters.Simplified(c);
                if (target[i] == '\0')
                {
                    return false;
                }
            }
            else if (c is '·' or '、' or '。' or '〇' or '—' or (>= '‘' and <= '‛') or (>= '“' and <= '‟') or (>= '〈' and <= '】'))
            {
                target[i] = c;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static string FoldByUnicode(string cleaned)
    {
        var folded = new StringBuilder(cleaned.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in cleaned.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsMark(rune.Value))
            {
                var simplified = new Rune(HanCharacters.Simplified(Rune.ToLowerInvariant(rune).Value));
                folded.Append(units[..simplified.EncodeToUtf16(units)]);
            }
        }

        return TextCleaning.Line(folded.ToString().Normalize(NormalizationForm.FormC));
    }

    private static bool IsHan(char c) => c is >= HanCharacters.First and <= HanCharacters.Last;

    private static bool IsMark(int point) => point switch
    {
        < 0x300 => false,
        <= 0x36F => true,
        < 0x1AB0 => false,
        <= 0x1AFF => true,
        >= 0x1DC0 and <= 0x1DFF => true,
        >= 0x20D0 and <= 0x20FF => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFE20 and <= 0xFE2F => true,
        >= 0xE0100 and <= 0xE01EF => true,
        _ => false,
    };
}
