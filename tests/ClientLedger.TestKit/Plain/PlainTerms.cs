using System.Globalization;
using System.Text;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;

namespace ClientLedger.TestKit.Plain;

/// <summary>The terms under which a value is found, character by character as the comment on the product's <c>SearchTerms</c> tells.</summary>
/// <remarks>In codes the product looks at UTF-16 units, so that a part never begins at or right after a character beyond U+FFFF.</remarks>
public static class PlainTerms
{
    /// <summary>The terms of one value, in ordinal order and without doubles.</summary>
    public static List<string> Of(SearchKind kind, string value) => [.. Terms(kind, value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The first units of a text, one fewer where the cut would split a pair.</summary>
    public static string Cut(string text, int units) =>
        text.Length <= units ? text : char.IsHighSurrogate(text[units - 1]) ? text[..(units - 1)] : text[..units];

    public static bool IsHan(Rune rune) => rune.Value is 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static IEnumerable<string> Terms(SearchKind kind, string value)
    {
        if (kind == SearchKind.Phone)
        {
            var digits = string.Concat(value.Where(char.IsAsciiDigit));
            return digits.Length == 0 ? [] : ["E" + Cut(digits, 64), "T" + Cut(string.Concat(digits.Reverse()), 15)];
        }

        var plain = Cut(FoldedText.Plain(value), 1_000);
        return kind == SearchKind.None || plain.Length == 0
            ? []
            : ["E" + Cut(plain, 64), "S" + Cut(plain, 12), .. kind == SearchKind.Name ? InsideName(plain) : InsideCode(plain)];
    }

    private static IEnumerable<string> InsideCode(string plain)
    {
        var runes = plain.EnumerateRunes().ToList();
        for (var at = 1; at < runes.Count; at++)
        {
            if (IsCode(runes[at]) && !IsCode(runes[at - 1]) && runes[at - 1].IsBmp)
            {
                yield return "I" + Cut(string.Concat(runes.Skip(at)), 12);
            }
        }
    }

    private static bool IsCode(Rune rune) => rune.IsBmp && Rune.IsLetterOrDigit(rune);

    private static IEnumerable<string> InsideName(string plain)
    {
        var runes = plain.EnumerateRunes().ToList();
        for (var at = 0; at < runes.Count; at++)
        {
            var rest = string.Concat(runes.Skip(at));
            if (at > 0 && (IsHan(runes[at]) || (IsWord(runes[at]) && at + 1 < runes.Count && IsWord(runes[at + 1]))))
            {
                yield return "I" + Cut(rest, 12);
            }

            var readings = runes.Skip(at).TakeWhile(rune => IsHan(rune) && Pinyin.Of(rune) is not null).Select(rune => Pinyin.Of(rune)!).ToList();
            var letters = Cut(string.Concat(readings), 12);
            var initials = Cut(string.Concat(readings.Select(reading => reading[0])), 8);
            if (at == 0 && readings.Count >= 1)
            {
                yield return "Q" + letters;
            }

            if (at > 0 && readings.Count >= 2)
            {
                yield return "P" + letters;
            }

            if (at == 0 && readings.Count >= 2)
            {
                yield return "B" + initials;
            }

            if (at > 0 && readings.Count >= 3)
            {
                yield return "A" + initials;
            }
        }
    }

    private static bool IsWord(Rune rune) => !IsHan(rune) && (Rune.IsLetterOrDigit(rune) || IsMark(rune));

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
