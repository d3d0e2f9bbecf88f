using System.Text.Json.Serialization;
using ClientLedger.Shared;

namespace ClientLedger.Access;

/// <summary>How a field may be read. Higher is more.</summary>
[JsonConverter(typeof(EnumByName<ReadRight>))]
public enum ReadRight
{
    /// <summary>Doesn't exist for the caller.</summary>
    Hidden,

    /// <summary>Shown through its mask; can't be filtered, sorted, grouped, aggregated, searched or exported.</summary>
    Masked,
    Clear,
}

/// <summary>How a field may be written. Higher is more.</summary>
[JsonConverter(typeof(EnumByName<WriteRight>))]
public enum WriteRight
{
    No,

    /// <summary>A change becomes a proposal; refused until Approvals is built.</summary>
    Proposal,
    Yes,
}

/// <summary>The two rights on a field.</summary>
public readonly record struct FieldRight(ReadRight Read, WriteRight Write)
{
    public static readonly FieldRight All = new(ReadRight.Clear, WriteRight.Yes);
    public static readonly FieldRight ReadOnly = new(ReadRight.Clear, WriteRight.No);
    public static readonly FieldRight None = new(ReadRight.Hidden, WriteRight.No);
}

/// <summary>
/// A record rule and the rights that go with it, on one entity. A caller has the grants of all its roles side by side: a right on a field
/// holds on a row only where one and the same grant covers both.
/// </summary>
public sealed record Grant(string Entity, RecordRule Rule)
{
    /// <summary>Rights of the fields that <see cref="Fields"/> doesn't name.</summary>
    public FieldRight Others { get; init; } = FieldRight.All;

    /// <summary>Rights by API name of the field.</summary>
    public IReadOnlyDictionary<string, FieldRight> Fields { get; init; } = new Dictionary<string, FieldRight>();

    public bool Create { get; init; }

    /// <summary>Delete and restore.</summary>
    public bool Delete { get; init; }

    /// <summary>May write a record so that the rule no longer covers it, or covers it only then: hand it to somebody else, or take it.</summary>
    public bool Reassign { get; init; }

    /// <summary>The right on a field.</summary>
    public FieldRight On(string field) => Fields.TryGetValue(field, out var right) ? right : Others;
}
