using System.Text.Json.Serialization;
using ClientLedger.Fields.Values;

namespace ClientLedger.Imports.Mapping;

/// <summary>Which sign begins the decimals of a number.</summary>
public enum DecimalMark
{
    /// <summary>1,234.56</summary>
    Point,

    /// <summary>1.234,56</summary>
    Comma,
}

/// <summary>From which year the day numbers of a spreadsheet count.</summary>
public enum DaySystem
{
    Since1900,
    Since1904,
}

/// <summary>How the cells of a column are to be read where they leave something open. What isn't set is read as a person's entry would be.</summary>
public sealed record Conversion
{
    public static readonly Conversion None = new();

    /// <summary>What stands first in dates that end with the year.</summary>
    public DayMonthOrder? Dates { get; init; }

    /// <summary>The column holds day numbers instead of dates.</summary>
    public DaySystem? DayNumbers { get; init; }

    public DecimalMark? Decimals { get; init; }

    /// <summary>What stands between the elements of a field of several values, besides semicolons and line breaks.</summary>
    public string? Separator { get; init; }

    /// <summary>Values by the texts that stand for them in the file; an empty value leaves the field out. Other texts are read as they are.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Changes the sign of a number, or turns yes and no round.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Negated { get; init; }

    /// <summary>Rounds numbers half to even to so many decimal places, 0 to 4.</summary>
    public int? Places { get; init; }

    /// <summary>Heading of the column that names the country in which a phone or tax number is to be read.</summary>
    public string? CountryColumn { get; init; }

    /// <summary>
    /// A text field of the same record that takes a value that can't be read, with the heading before it, so that the line isn't refused.
    /// </summary>
    public string? UnreadableTo { get; init; }
}
