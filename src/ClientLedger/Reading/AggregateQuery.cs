namespace ClientLedger.Reading;

/// <summary>What the records of a group come to.</summary>
public enum MeasureFunction
{
    /// <summary>How many records; takes no field.</summary>
    Count,

    /// <summary>How many different values.</summary>
    Distinct,

    /// <summary>The sum; 0 over nothing.</summary>
    Sum,
    Minimum,
    Maximum,

    /// <summary>The average, cut to four places toward zero.</summary>
    Average,

    /// <summary>The smallest value that at least a share of the values don't exceed: the nearest rank.</summary>
    Percentile,
}

/// <summary>By what records are grouped.</summary>
/// <param name="Field">A single value that isn't sensitive: a choice, a person, a reference, a whole number, yes or no, a line of text or a time.</param>
/// <param name="By">Of a date or moment: the units that are told apart, by the tenant's calendar; days where nothing is said.</param>
public sealed record GroupKey(string Field, PeriodUnit? By = null);

/// <summary>One figure of each group. Empty values, and values that aren't clear to the caller, aren't counted in.</summary>
/// <param name="Field">Null for a count of records alone.</param>
/// <param name="Percent">Of a percentile: 0 to 100, with at most two places.</param>
public sealed record Measure(MeasureFunction Function, string? Field = null, decimal? Percent = null);

/// <summary>What records come to, all together or by groups, as data. The read gate answers it within the caller's grants.</summary>
public sealed record AggregateQuery(string Entity)
{
    /// <summary>Most groups that an answer holds; more are refused.</summary>
    public const int MostGroups = 1_000;

    /// <summary>Most keys of a group.</summary>
    public const int MostKeys = 3;

    public Filter? Where { get; init; }

    /// <summary>Up to three keys; without one, all records are one group, which may be empty.</summary>
    public IReadOnlyList<GroupKey> GroupBy { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];
}

/// <summary>A group and what its records come to.</summary>
/// <param name="Keys">In the order of the keys: a text, whole number, true or false, or the first <see cref="DateOnly"/> of a unit; null for records without one.</param>
/// <param name="Values">In the order of the measures: <see cref="long"/>, <see cref="decimal"/>, <see cref="DateOnly"/>, <see cref="DateTime"/> or null.</param>
public sealed record AggregateGroup(IReadOnlyList<object?> Keys, IReadOnlyList<object?> Values);
