using ClientLedger.Fields.Values;

namespace ClientLedger.Fields.Lists;

/// <summary>
/// Industries by GB/T 4754-2017: sections (one letter), divisions (2 digits), groups (3) and classes (4). Below the sections
/// the English label is the section's and the code.
/// </summary>
public static class Industries
{
    private static readonly Dictionary<string, string> Sections = new()
    {
        ["A"] = "Agriculture, forestry, animal husbandry and fishery",
        ["B"] = "Mining",
        ["C"] = "Manufacturing",
        ["D"] = "Electricity, heat, gas and water supply",
        ["E"] = "Construction",
        ["F"] = "Wholesale and retail trade",
        ["G"] = "Transport, storage and postal services",
        ["H"] = "Accommodation and catering",
        ["I"] = "Information transmission, software and information technology",
        ["J"] = "Finance",
        ["K"] = "Real estate",
        ["L"] = "Leasing and business services",
        ["M"] = "Research and technical services",
        ["N"] = "Water conservancy, environment and public facilities",
        ["O"] = "Household services, repair and other services",
        ["P"] = "Education",
        ["Q"] = "Health and social work",
        ["R"] = "Culture, sports and entertainment",
        ["S"] = "Public administration, social security and social organisations",
        ["T"] = "International organisations",
    };

    private static readonly Lazy<ReferenceList> Loaded = new(Load);

    public static ReferenceList List => Loaded.Value;

    private static ReferenceList Load()
    {
        var items = new List<ReferenceItem>();
        var section = "";
        foreach (var row in EmbeddedTable.Rows("industries.tsv.gz"))
        {
            var isSection = row[1].Length == 0;
            section = isSection ? Sections[row[0]] : section;
            items.Add(new(
                row[0],
                new(row[2], isSection ? section : $"{section} {row[0]}"),
                isSection ? null : row[1],
                isSection ? 1 : row[0].Length));
        }

        return new("industries", new("行业", "Industries"), items);
    }
}
