using ClientLedger.Fields.Values;

namespace ClientLedger.Reading.Searching;

/// <summary>
/// A word that was typed, as what it asks of the search index. A word fits a term, best first:
/// <list type="number">
/// <item>Exact: the term is <c>E</c> + the word, or <c>E</c> + its digits where it has four or more;</item>
/// <item>Start: the term begins with <c>S</c> + the first 12 of the word, or, of a word of Latin letters alone and at least two, with <c>Q</c> +
/// its first 12 or <c>B</c> + its first 8;</item>
/// <item>Inside: likewise with <c>I</c>, <c>P</c>, and <c>A</c> (three letters), or with <c>T</c> + its digits in reverse, where it has four or more.</item>
/// </list>
/// </summary>
internal sealed class SearchWord
{
    /// <summary>Most words of one search.</summary>
    public const int Most = 5;

    private const int LeastDigits = 4;

    private readonly int rarity;

    private SearchWord(string text)
    {
        var part = SearchTerms.Cut(text, SearchTerms.Longest).ToString();
        var letters = text.All(char.IsAsciiLetter) ? text : "";
        var pinyin = letters[..Math.Min(letters.Length, SearchTerms.Longest)];
        var initials = letters[..Math.Min(letters.Length, SearchTerms.LongestInitials)];
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var hasDigits = digits.Length >= LeastDigits;
        var tail = string.Concat(digits.Reverse().Take(SearchTerms.LongestTail));
        Asked =
        [
            hasDigits && digits != text ? ["E" + text, "E" + digits] : ["E" + text],
            letters.Length >= 2 ? ["B" + initials, "Q" + pinyin, "S" + part] : ["S" + part],
            [
                .. letters.Length >= 3 ? new[] { "A" + initials } : [],
                "I" + part,
                .. letters.Length >= 2 ? new[] { "P" + pinyin } : [],
                .. hasDigits ? new[] { "T" + tail } : [],
            ],
        ];
        rarity = RarityOf(text, letters, digits);
    }

    /// <summary>By class of <see cref="Match"/>: whole terms of Exact, beginnings of terms of the others.</summary>
    public IReadOnlyList<string>[] Asked { get; }

    /// <summary>The words of a text.</summary>
    public static IReadOnlyList<SearchWord> Of(string text) =>
        [.. FoldedText.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new SearchWord(word))];

    /// <summary>The word that has the fewest rows, most likely; of equals the first.</summary>
    public static SearchWord Rarest(IReadOnlyList<SearchWord> words) => words.MaxBy(word => word.rarity)!;

    /// <summary>The best class in which the word fits some rows of a record, and the first row that it fits so; null when it fits none.</summary>
    /// <param name="rows">In any order.</param>
    public (Match Match, TermRow Row)? Best(IEnumerable<TermRow> rows)
    {
        HitPlace? best = null;
        foreach (var row in rows)
        {
            if (ClassOf(row.Term) is { } match && new HitPlace(match, match, row) is var place && (best is null || place.CompareTo(best.Value) < 0))
            {
                best = place;
            }
        }

        return best is { } found ? (found.Worst, found.Row) : null;
    }

    /// <summary>The class in which the word fits a term; a term's kind leaves but one.</summary>
    private Match? ClassOf(string term)
    {
        foreach (var match in (ReadOnlySpan<Match>)[Match.Exact, Match.Start, Match.Inside])
        {
            foreach (var asked in Asked[(int)match])
            {
                if (match == Match.Exact ? term == asked : term.StartsWith(asked, StringComparison.Ordinal))
                {
                    return match;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// How few rows the word is likely to have: digits are rarest, then Han, then Latin; longer before shorter. A fixed table, so that it tells nothing of what
    /// is there.
    /// </summary>
    private static int RarityOf(string text, string letters, string digits) => (digits.Length, letters.Length) switch
    {
        ( >= LeastDigits, _) => 100 + text.Length,
        (_, 0) => text.Length switch { 1 => 10, 2 => 60, _ => 80 + text.Length },
        (_, <= 2) => 5,
        (_, <= 4) => 40,
        _ => 70,
    };
}
