using System.Collections.Frozen;
using System.Text;

namespace ClientLedger.Fields.Values;

/// <summary>
/// What is known of single Han characters: their simplified form, their most common reading and their place in pinyin
/// order. Origin and licence of the tables are in <c>Data/README.md</c>.
/// </summary>
internal static class HanCharacters
{
    /// <summary>First and last character of the main block (CJK Unified Ideographs), within which characters trade places.</summary>
    public const char First = '\u4E00';
    public const char Last = '\u9FFF';

    /// <summary>The first character that the table of readings may hold: the start of Extension A.</summary>
    private const char FirstRead = '\u3400';

    private static readonly FrozenDictionary<int, int> SimplifiedOf = LoadSimplified();
    private static readonly char[] SimplifiedInBlock = InBlock(SimplifiedOf);
    private static readonly Readings Read = LoadReadings();

    /// <summary>
    /// For a character of the main block: its simplified form by itself alone if that lies in the block, and otherwise
    /// U+0000, which says that <see cref="Simplified(int)"/> must be asked.
    /// </summary>
    public static char Simplified(char inBlock) => SimplifiedInBlock[inBlock - First];

    /// <summary>The simplified form of a code point; a code point without one is its own.</summary>
    public static int Simplified(int point) => SimplifiedOf.TryGetValue(point, out var simplified) ? simplified : point;

    /// <summary>The character of the main block at which this one stands when the block is put in pinyin order.</summary>
    public static char InPinyinOrder(char inBlock) => Read.Ranks[inBlock - First];

    /// <summary>The most common reading without tone, <c>v</c> for ü, or null.</summary>
    public static string? Reading(int point)
    {
        if (point <= Last)
        {
            return point < FirstRead ? null : Read.Syllables[Read.SyllableOf[point - FirstRead]];
        }

        return Read.Rare.GetValueOrDefault(point);
    }

    private static FrozenDictionary<int, int> LoadSimplified()
    {
        var simplified = new Dictionary<int, int>();
        foreach (var row in EmbeddedTable.Rows("simplified.tsv.gz"))
        {
            var target = Rune.GetRuneAt(row[0], 0).Value;
            foreach (var rune in row[1].EnumerateRunes())
            {
                simplified.Add(rune.Value, target);
            }
        }

        return simplified.ToFrozenDictionary();
    }

    private static char[] InBlock(FrozenDictionary<int, int> simplified)
    {
        var block = new char[Last - First + 1];
        for (var i = 0; i < block.Length; i++)
        {
            var target = simplified.GetValueOrDefault(First + i, First + i);
            block[i] = target is >= First and <= Last ? (char)target : '\0';
        }

        return block;
    }

    /// <summary>The rows of the table stand in pinyin order already: syllable, tone, and within a row by code point.</summary>
    private static Readings LoadReadings()
    {
        var syllables = new List<string?> { null };
        var syllableOf = new ushort[Last - FirstRead + 1];
        var ranks = new char[Last - First + 1];
        var rare = new Dictionary<int, string>();
        var next = First;
        foreach (var row in EmbeddedTable.Rows("pinyin.tsv.gz"))
        {
            var syllable = row[0][..^1];
            if (syllables[^1] != syllable)
            {
                syllables.Add(syllable);
            }

            foreach (var rune in row[1].EnumerateRunes())
            {
                if (rune.Value > Last)
                {
                    rare.Add(rune.Value, syllable);
                    continue;
                }

                syllableOf[rune.Value - FirstRead] = (ushort)(syllables.Count - 1);
                if (rune.Value >= First)
                {
                    ranks[rune.Value - First] = next++;
                }
            }
        }

        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = ranks[i] == '\0' ? next++ : ranks[i];
        }

        return new Readings([.. syllables], syllableOf, ranks, rare.ToFrozenDictionary());
    }

    private sealed record Readings(string?[] Syllables, ushort[] SyllableOf, char[] Ranks, FrozenDictionary<int, string> Rare);
}
