namespace ClientLedger.Reading.Binding;

/// <summary>A filter whose names were found and allowed and whose values lie in slots. Each is true or false, never unknown.</summary>
internal abstract record BoundFilter
{
    public static readonly BoundFilter Always = new BoundAll([]);
    public static readonly BoundFilter Never = new BoundAny([]);
}

internal sealed record BoundAll(IReadOnlyList<BoundFilter> Filters) : BoundFilter;

internal sealed record BoundAny(IReadOnlyList<BoundFilter> Filters) : BoundFilter;

internal sealed record BoundNot(BoundFilter Filter) : BoundFilter;

/// <summary>How a bound field is compared.</summary>
internal enum Comparison
{
    Equal,
    In,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>From the slot's value on, and before the next slot's value: periods, the start of a text.</summary>
    Between,
    Contains,
    EndsWith,

    /// <summary>Equal by the keyed hash of a sensitive value, or one of several.</summary>
    HashIn,

    /// <summary>Equal by the keyed hash of the last four characters.</summary>
    TailIn,
    Empty,
}

/// <summary>Compares a field with the value in a slot; <see cref="Comparison.Between"/> takes the next slot too.</summary>
/// <param name="Lower">Upper and lower case make no difference (ASCII).</param>
internal sealed record BoundComparison(BoundField Field, Comparison Comparison, int Slot, bool Lower = false) : BoundFilter;

/// <summary>The record that a reference names exists, is visible in its table, and satisfies the filter.</summary>
internal sealed record BoundReference(BoundField Reference, BoundTable Target, BoundFilter? Where) : BoundFilter;

/// <summary>Some child that is visible in its table satisfies the filter.</summary>
internal sealed record BoundExists(BoundTable Parent, BoundTable Children, BoundField By, BoundFilter? Where) : BoundFilter;

/// <summary>Compares an aggregate over the children.</summary>
internal sealed record BoundAggregateComparison(BoundAggregate Aggregate, Comparison Comparison, int Slot) : BoundFilter;

/// <summary>The record was shared with the person or one of the teams in the slots.</summary>
internal sealed record BoundShared(BoundTable Table, int PersonSlot, int TeamsSlot) : BoundFilter;

/// <summary>An aggregate over the visible children of a record that satisfy a filter.</summary>
/// <param name="Field">Null for a count.</param>
internal sealed record BoundAggregate(BoundTable Parent, BoundTable Children, BoundField By, AggregateFunction Function, BoundField? Field, BoundFilter? Where);
