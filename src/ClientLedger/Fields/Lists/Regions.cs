using ClientLedger.Fields.Values;

namespace ClientLedger.Fields.Lists;

/// <summary>
/// China's administrative divisions: provinces (2 digits), cities (4) and districts (6), each code the beginning of those
/// below it.
/// </summary>
public static class Regions
{
    private static readonly Lazy<ReferenceList> Loaded = new(Load);

    public static ReferenceList List => Loaded.Value;

    private static ReferenceList Load()
    {
        var items = new List<ReferenceItem>();
        var names = new List<(string, string)>();
        foreach (var row in EmbeddedTable.Rows("regions.tsv.gz"))
        {
            var code = row[0];
            items.Add(new(code, new(row[1], row[2]), code.Length == 2 ? null : code[..^2], code.Length / 2));
            names.AddRange(row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => (code, name)));
        }

        return new("regions", new("地区", "Regions"), items, names);
    }
}
