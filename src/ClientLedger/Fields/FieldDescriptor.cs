using ClientLedger.Messages;

namespace ClientLedger.Fields;

/// <summary>How closely a field's values are kept.</summary>
public enum Sensitivity
{
    Normal,

    /// <summary>Encrypted at rest, found only by keyed hash: the whole value or its last four characters.</summary>
    Sensitive,
}

/// <summary>How a field takes part in search.</summary>
public enum SearchKind
{
    None,

    /// <summary>Any part of the text, its pinyin and its initials.</summary>
    Name,

    /// <summary>Whole value, its start, and any part that begins at a letter or digit: codes, numbers, e-mail addresses.</summary>
    Code,

    /// <summary>Phone numbers: whole, or the last four digits and more.</summary>
    Phone,
}

/// <summary>How many characters (Unicode code points) of a masked value stay visible at each end; the rest shows as asterisks.</summary>
public readonly record struct Mask(int Start, int End)
{
    /// <summary>The masked form; a value too short to hide anything in is hidden whole.</summary>
    public string Apply(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var characters = value.EnumerateRunes().ToArray();
        var hidden = characters.Length - Start - End;
        return hidden <= 0
            ? new string('*', characters.Length)
            : string.Concat(string.Concat(characters[..Start]), new string('*', hidden), string.Concat(characters[(Start + hidden)..]));
    }
}

/// <summary>
/// Everything the product knows of a field. Built-in and custom fields have the same descriptor; grid, forms, API, import,
/// export, history and rights are all drawn from it.
/// </summary>
public sealed record FieldDescriptor
{
    /// <summary>Unique in the tenant, for ever the same. Built-in: entity × 1,000 + number. Custom: 1,000,000 and above.</summary>
    public required int Id { get; init; }

    /// <summary>API name: camel case, unique in its entity, stable when the label changes.</summary>
    public required string Name { get; init; }

    public required Label Label { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>Holds a list; the first element is the primary one.</summary>
    public bool Several { get; init; }

    public Label? Unit { get; init; }

    public bool Required { get; init; }

    /// <summary>Regular expression that the whole canonical text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>Smallest number allowed, inclusive.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest number allowed, inclusive.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Longest text allowed, in UTF-16 units; for several values, of each.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Name of the controlled list whose codes a choice may hold.</summary>
    public string? List { get; init; }

    /// <summary>Raw value that a new record gets when none is given; normalised like any other.</summary>
    public string? Default { get; init; }

    /// <summary>Formula of a computed field; its editor and evaluation come with the Formulas issue.</summary>
    public string? Formula { get; init; }

    public bool Indexed { get; init; }

    /// <summary>
    /// The records that have one value are looked through often, those first that are the latest by this field of theirs: they have an index of their own. Of
    /// built-in fields with a single value; null where they aren't.
    /// </summary>
    public string? BrowsedBy { get; init; }

    /// <summary>No two live records hold the same value (compared as <see cref="FieldTypes.HasFoldedKey"/> says); empty is no value.</summary>
    public bool Unique { get; init; }

    /// <summary>An equal value in another record is a warning that the person confirms.</summary>
    public bool WarnOnDuplicates { get; init; }

    public Sensitivity Sensitivity { get; init; }

    public Mask Mask { get; init; } = new(0, 0);

    public SearchKind Search { get; init; }

    /// <summary>Heading under which forms and pages show the field: <c>basic</c>, <c>business</c>, <c>history</c>, <c>system</c> or the tenant's own.</summary>
    public string Section { get; init; } = "basic";

    public int Order { get; init; }

    public int QualityWeight { get; init; }

    public int DuplicateWeight { get; init; }

    /// <summary>Entity that a reference names.</summary>
    public string? Target { get; init; }

    /// <summary>Field of the same record that holds the currency of a money field.</summary>
    public string? CurrencyField { get; init; }

    /// <summary>Its values can be added up over records.</summary>
    public bool IsSummable => this is { Type: FieldType.Integer or FieldType.Decimal or FieldType.Money, Several: false, Sensitivity: not Sensitivity.Sensitive };

    /// <summary>Written by the product alone; a caller that sends it is refused.</summary>
    public bool Derived { get; init; }

    /// <summary>Defined by the tenant; its values lie in the record's one JSON column.</summary>
    public bool Custom { get; init; }

    /// <summary>What belongs here, in words for the person who fills it in.</summary>
    public Label? Help { get; init; }

    public string? Example { get; init; }

    public override string ToString() => Name;
}
