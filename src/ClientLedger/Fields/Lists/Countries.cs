using ClientLedger.Fields.Values;

namespace ClientLedger.Fields.Lists;

/// <summary>Countries and territories by their ISO 3166-1 alpha-2 code; found by alpha-3 code and other usual names too.</summary>
public static class Countries
{
    private static readonly Lazy<ReferenceList> Loaded = new(Load);

    public static ReferenceList List => Loaded.Value;

    private static ReferenceList Load()
    {
        var items = new List<ReferenceItem>();
        var names = new List<(string, string)>();
        foreach (var row in EmbeddedTable.Rows("countries.tsv.gz"))
        {
            items.Add(new(row[0], new(row[1], row[2])));
            names.AddRange(row[3].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => (row[0], name)));
        }

        return new("countries", new("国家和地区", "Countries"), items, names);
    }
}
