using System.Collections.Frozen;
using ClientLedger.Fields.Values;

namespace ClientLedger.Fields.Lists;

/// <summary>Currencies by their ISO 4217 code.</summary>
public static class Currencies
{
    private static readonly Lazy<(ReferenceList List, FrozenDictionary<string, int> MinorUnits)> Loaded = new(Load);

    public static ReferenceList List => Loaded.Value.List;

    /// <summary>How many digits stand after the point by ISO 4217: 2 for CNY, 0 for JPY. Null for an unknown code.</summary>
    public static int? MinorUnits(string code) => Loaded.Value.MinorUnits.TryGetValue(code, out var digits) ? digits : null;

    private static (ReferenceList, FrozenDictionary<string, int>) Load()
    {
        var items = new List<ReferenceItem>();
        var names = new List<(string, string)>();
        var minorUnits = new Dictionary<string, int>();
        foreach (var row in EmbeddedTable.Rows("currencies.tsv.gz"))
        {
            items.Add(new(row[0], new(row[1], row[2])));
            minorUnits.Add(row[0], row[3][0] - '0');
            names.AddRange(row[4].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => (row[0], name)));
        }

        return (new("currencies", new("币种", "Currencies"), items, names), minorUnits.ToFrozenDictionary());
    }
}
