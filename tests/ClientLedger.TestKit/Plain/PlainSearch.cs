using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Finds records by what was typed: every record's terms are worked out anew and held against every word.</summary>
public static class PlainSearch
{
    private const int MostWords = 5;

    /// <summary>Why the text can't be searched for, or null.</summary>
    public static string? Refuse(PlainSight sight, SearchQuery query)
    {
        var words = Words(query.Text);
        return words.Count == 0 ? "query.searchEmpty"
            : words.Count > MostWords ? "query.searchTooLong"
            : query.Entities.Any(entity => PlainChecks.Known(sight, entity) is null) ? "query.entityUnknown"
            : null;
    }

    /// <summary>The best hits, and whether there were more.</summary>
    public static (List<SearchHit> Hits, bool More) Find(PlainSight sight, SearchQuery query)
    {
        var words = Words(query.Text);
        var found = sight.Scope.Schema.Entities
            .Where(entity => query.Entities.Count == 0 || query.Entities.Contains(entity.Name))
            .SelectMany(entity => sight.Live(entity.Name).Select(record => Hit(sight, entity, record, words)))
            .OfType<Found>()
            .OrderBy(hit => hit.Match).ThenBy(hit => hit.ByRarest).ThenBy(hit => hit.Term, Comparer<string>.Create(FoldedText.Compare)).ThenBy(hit => hit.Field).ThenBy(hit => hit.Record.Id)
            .ToList();
        return ([.. found.Take(SearchQuery.MostHits).Select(hit => new SearchHit(hit.Entity.Name, hit.Record.Id, hit.Match, Title(sight, hit)))], found.Count > SearchQuery.MostHits);
    }

    /// <summary>A record that fits all words.</summary>
    /// <param name="Match">The worst of its words.</param>
    /// <param name="ByRarest">How the rarest word fits it, and by which term of which field first.</param>
    private sealed record Found(EntityDescriptor Entity, PlainRecord Record, Match Match, Match ByRarest, string Term, int Field);

    private static List<string> Words(string text) => [.. FoldedText.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static Found? Hit(PlainSight sight, EntityDescriptor entity, PlainRecord record, List<string> words)
    {
        var terms = entity.Fields.Where(field => field.Search != SearchKind.None)
            .SelectMany(field => PlainComparison.Elements(sight.Clear(record, field.Name)).SelectMany(value => PlainTerms.Of(field.Search, (string)value)).Select(term => (term, field.Id)))
            .ToList();
        var best = words.ConvertAll(word => Best(word, terms));
        return best.Contains(null) ? null
            : best[words.IndexOf(words.MaxBy(Rarity)!)] is var (rarest, term, field) ? new(entity, record, best.Max(match => match!.Value.Match), rarest, term, field)
            : null;
    }

    /// <summary>The best way in which a word fits some of the terms, and the first term and field that it fits so.</summary>
    private static (Match Match, string Term, int Field)? Best(string word, List<(string Term, int Field)> terms)
    {
        foreach (var match in Enum.GetValues<Match>())
        {
            var fitting = terms.Where(term => Fits(match, word, term.Term)).OrderBy(term => term.Term, Comparer<string>.Create(FoldedText.Compare)).ThenBy(term => term.Field).ToList();
            if (fitting.Count > 0)
            {
                return (match, fitting[0].Term, fitting[0].Field);
            }
        }

        return null;
    }

    /// <summary>Words with four digits are rarer than those that aren't of Latin letters alone, and these than those that are; of each, longer ones than shorter.</summary>
    private static int Rarity(string word)
    {
        var isLatin = word.All(char.IsAsciiLetter);
        return word.Count(char.IsAsciiDigit) >= 4 ? 100 + word.Length
            : !isLatin && word.Length > 2 ? 80 + word.Length
            : isLatin && word.Length > 4 ? 70
            : !isLatin && word.Length == 2 ? 60
            : isLatin && word.Length > 2 ? 40
            : isLatin ? 5 : 10;
    }

    private static bool Fits(Match match, string word, string term)
    {
        var part = PlainTerms.Cut(word, 12);
        var letters = word.All(char.IsAsciiLetter) ? word : "";
        var digits = string.Concat(word.Where(char.IsAsciiDigit));
        return match switch
        {
            Match.Exact => term == "E" + word || (digits.Length >= 4 && term == "E" + digits),
            Match.Start => Begins(term, "S", part, 1) || Begins(term, "Q", PlainTerms.Cut(letters, 12), 2) || Begins(term, "B", PlainTerms.Cut(letters, 8), 2),
            _ => Begins(term, "I", part, 1) || Begins(term, "P", PlainTerms.Cut(letters, 12), 2) || Begins(term, "A", PlainTerms.Cut(letters, 8), 3)
                || Begins(term, "T", PlainTerms.Cut(string.Concat(digits.Reverse()), 15), 4),
        };
    }

    private static bool Begins(string term, string kind, string part, int atLeast) =>
        part.Length >= atLeast && term.StartsWith(kind + part, StringComparison.Ordinal);

    /// <summary>Its title as the caller sees it.</summary>
    private static string? Title(PlainSight sight, Found hit) => sight.RightOn(hit.Record, hit.Entity.Title) switch
    {
        ReadRight.Clear => (string?)hit.Record[hit.Entity.Title],
        ReadRight.Masked => hit.Record[hit.Entity.Title] is string text ? hit.Entity.Find(hit.Entity.Title)!.Mask.Apply(text) : null,
        _ => null,
    };
}
