using System.Text;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit.Generators;

/// <summary>What people type to find a record: parts of names, pinyin, initials, ends of phone numbers, starts of codes; now and then two at once.</summary>
public sealed class RandomSearches(Chance chance, PlainSight sight)
{
    public SearchQuery Next()
    {
        var text = Word();
        return new(chance.In(20) ? $"{text} {Word()}" : text, chance.In(70) ? [] : ["customer"]);
    }

    private string Word()
    {
        var entity = chance.Pick(sight.Scope.Schema.Entities.Where(entity => entity.Fields.Any(field => field.Search != SearchKind.None)).ToList());
        var field = chance.Pick(entity.Fields.Where(field => field.Search != SearchKind.None).ToList());
        var held = sight.Ledger.Of(sight.Scope.TenantId, entity.Name).SelectMany(record => PlainComparison.Elements(record[field.Name])).OfType<string>().ToList();
        return held.Count == 0 ? "王" : field.Search switch
        {
            SearchKind.Phone => chance.Pick(held)[^chance.Between(3, 8)..],
            SearchKind.Code => chance.In(30) ? chance.Pick(held) : Part(chance.Pick(held)),
            _ => chance.Between(0, 4) switch
            {
                0 => chance.Pick(held),
                1 => Letters(chance.Pick(held), initials: false),
                2 => Letters(chance.Pick(held), initials: true),
                _ => Part(chance.Pick(held)),
            },
        };
    }

    private string Part(string text)
    {
        var start = chance.In(40) ? 0 : chance.Between(0, text.Length - 1);
        var part = text.Substring(start, Math.Min(text.Length - start, chance.Between(1, 6)));
        return string.IsNullOrWhiteSpace(part) || part.Any(char.IsSurrogate) ? text : part;
    }

    /// <summary>Pinyin or initials of the Han characters from one of them on.</summary>
    private string Letters(string text, bool initials)
    {
        var readings = FoldedText.Plain(text).EnumerateRunes().Select(Reading).OfType<string>().ToList();
        var from = readings.Skip(chance.In(60) || readings.Count < 2 ? 0 : chance.Between(1, readings.Count - 1)).Take(chance.Between(1, 4));
        var letters = string.Concat(from.Select(reading => initials ? reading[..1] : reading));
        return letters.Length == 0 ? text : letters;
    }

    private static string? Reading(Rune rune) => Pinyin.Of(rune);
}
