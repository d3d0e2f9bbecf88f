using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;

namespace ClientLedger.Reading.Searching;

/// <summary>
/// The terms under which a value stands in the search index. A leading letter tells the kind of a term, so that kinds never mix in a range.
/// With p = <see cref="FoldedText.Plain"/> of the value (its first 1,000 UTF-16 units), and lengths in UTF-16 units that never split a pair:
/// <list type="bullet">
/// <item>Every kind: <c>E</c> + the first 64 of p: the whole value.</item>
/// <item>Name: <c>S</c> + the first 12 of p; <c>I</c> + 12 of p from each later position that holds a Han character, or a word character
/// (letter, digit or mark that isn't Han) after which another word character follows. Runs of Han characters with a known reading, from each
/// of their characters on: the letters of their pinyin, at most 12, as <c>Q</c> where the value starts and as <c>P</c> later where at least two
/// syllables remain; their initials, at most 8, as <c>B</c> where the value starts and two remain, as <c>A</c> later where three remain.</item>
/// <item>Code: <c>S</c> + the first 12 of p; <c>I</c> + 12 of p from each letter or digit that follows something else.</item>
/// <item>Phone: of the digits alone, <c>E</c> + all of them, <c>T</c> + the last 15 in reverse; nothing else.</item>
/// </list>
/// </summary>
public static class SearchTerms
{
    internal const int Longest = 12;
    internal const int LongestWhole = 64;
    internal const int LongestInitials = 8;
    internal const int LongestTail = 15;
    private const int MostRead = 1000;

    /// <summary>Adds the terms of a canonical value; a list that holds those of one record and field stays in ordinal order without doubles.</summary>
    public static void Collect(SearchKind kind, string canonical, List<string> into)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        ArgumentNullException.ThrowIfNull(into);
        switch (kind)
        {
            case SearchKind.Phone:
                CollectPhone(canonical, into);
                break;
            case SearchKind.Code:
                CollectCode(Cut(FoldedText.Plain(canonical), MostRead), into);
                break;
            case SearchKind.Name:
                CollectName(Cut(FoldedText.Plain(canonical), MostRead), into);
                break;
            default:
                return;
        }

        RemoveDoubles(into);
    }

    /// <summary>Han characters, the rare ones included.</summary>
    internal static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or 0x3007
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>The first units of a text, one fewer where the cut would split a pair.</summary>
    internal static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int units)
    {
        if (text.Length <= units)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[units - 1]) ? units - 1 : units)];
    }

    private static void CollectPhone(string canonical, List<string> into)
    {
        Span<char> digits = stackalloc char[LongestWhole];
        var count = 0;
        foreach (var c in canonical)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
            {
                digits[count++] = c;
            }
        }

        if (count > 0)
        {
            digits = digits[..count];
            into.Add(Term('E', digits));
            digits = digits[Math.Max(0, count - LongestTail)..];
            digits.Reverse();
            into.Add(Term('T', digits));
        }
    }

    private static void CollectCode(ReadOnlySpan<char> value, List<string> into)
    {
        CollectWhole(value, into);
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsLetterOrDigit(value[i]) && !char.IsLetterOrDigit(value[i - 1]) && !char.IsSurrogate(value[i - 1]))
            {
                into.Add(Term('I', Cut(value[i..], Longest)));
            }
        }
    }

    private static void CollectName(ReadOnlySpan<char> value, List<string> into)
    {
        CollectWhole(value, into);
        var runEnd = 0;
        for (var i = 0; i < value.Length;)
        {
            Rune.DecodeFromUtf16(value[i..], out var rune, out var units);
            var isHan = IsHan(rune);
            if (i > 0 && (isHan || (IsWord(rune) && StartsWithWord(value[(i + units)..]))))
            {
                into.Add(Term('I', Cut(value[i..], Longest)));
            }

            if (isHan && i >= runEnd)
            {
                runEnd = i + CollectReadings(value[i..], i == 0, into);
            }

            i += units;
        }
    }

    private static void CollectWhole(ReadOnlySpan<char> value, List<string> into)
    {
        if (value.Length > 0)
        {
            into.Add(Term('E', Cut(value, LongestWhole)));
            into.Add(Term('S', Cut(value, Longest)));
        }
    }

    /// <summary>Adds pinyin and initials of the run of Han characters at the start of a text; tells how many units the run has.</summary>
    private static int CollectReadings(ReadOnlySpan<char> text, bool atStart, List<string> into)
    {
        var syllables = new List<string>();
        var length = 0;
        while (length < text.Length)
        {
            Rune.DecodeFromUtf16(text[length..], out var rune, out var units);
            if (Pinyin.Of(rune) is not { } syllable)
            {
                break;
            }

            syllables.Add(syllable);
            length += units;
        }

        Span<char> letters = stackalloc char[Longest];
        Span<char> initials = stackalloc char[LongestInitials];
        for (var first = 0; first < syllables.Count; first++)
        {
            var starts = atStart && first == 0;
            var remain = syllables.Count - first;
            var (letterCount, initialCount) = (0, 0);
            for (var i = first; i < syllables.Count && (letterCount < letters.Length || initialCount < initials.Length); i++)
            {
                var part = syllables[i].AsSpan(0, Math.Min(syllables[i].Length, letters.Length - letterCount));
                part.CopyTo(letters[letterCount..]);
                letterCount += part.Length;
                if (initialCount < initials.Length)
                {
                    initials[initialCount++] = syllables[i][0];
                }
            }

            if (starts || remain >= 2)
            {
                into.Add(Term(starts ? 'Q' : 'P', letters[..letterCount]));
            }

            if (remain >= (starts ? 2 : 3))
            {
                into.Add(Term(starts ? 'B' : 'A', initials[..initialCount]));
            }
        }

        return length;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && IsWord(rune);

    private static bool IsWord(Rune rune) => !IsHan(rune) && (Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    private static string Term(char kind, ReadOnlySpan<char> text) => string.Concat(new ReadOnlySpan<char>(in kind), text);

    private static void RemoveDoubles(List<string> terms)
    {
        terms.Sort(StringComparer.Ordinal);
        var span = CollectionsMarshal.AsSpan(terms);
        var kept = 0;
        foreach (var term in span)
        {
            if (kept == 0 || span[kept - 1] != term)
            {
                span[kept++] = term;
            }
        }

        CollectionsMarshal.SetCount(terms, kept);
    }
}
