using System.Text.Json.Serialization;
using ClientLedger.Shared;

namespace ClientLedger.Reading;

/// <summary>How a field is compared.</summary>
[JsonConverter(typeof(EnumByName<Operator>))]
public enum Operator
{
    Equals,

    /// <summary>Equal to one of the values.</summary>
    In,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>Text only.</summary>
    Contains,

    /// <summary>Text only.</summary>
    StartsWith,

    /// <summary>Text only; of a sensitive field, exactly its last four characters.</summary>
    EndsWith,

    /// <summary>Choice of a hierarchical list: this item or any below it.</summary>
    Under,

    /// <summary>Has no value; takes none.</summary>
    IsEmpty,
}

/// <summary>How many related records must satisfy a condition.</summary>
[JsonConverter(typeof(EnumByName<Quantifier>))]
public enum Quantifier
{
    Some,
    None,
    Every,
}

/// <summary>What is computed over child records.</summary>
[JsonConverter(typeof(EnumByName<AggregateFunction>))]
public enum AggregateFunction
{
    Count,
    Sum,
    Minimum,
    Maximum,
    Average,
}

/// <summary>Which way a period lies from today.</summary>
[JsonConverter(typeof(EnumByName<PeriodAnchor>))]
public enum PeriodAnchor
{
    /// <summary>The count of units that ends with the unit in which today lies: "last 12 months" runs from the first day of the month eleven months ago to the end of this month.</summary>
    Last,

    /// <summary>The unit in which today lies; count is 1.</summary>
    This,

    /// <summary>The count of units that begin after the unit in which today lies.</summary>
    Next,
}

/// <summary>What a period is counted in, by the calendar of the tenant's zone.</summary>
[JsonConverter(typeof(EnumByName<PeriodUnit>))]
public enum PeriodUnit
{
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// Which records. The one filter of the product: views, segments, API, rules and record rules hold it, and it reads and writes as JSON.
/// Values are text as a person or a client writes them and are normalised like the field's own values, so a phone is found in any spelling.
/// A comparison with an empty field is false, never unknown; <see cref="Not"/> turns it round.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AllOf), "and")]
[JsonDerivedType(typeof(AnyOf), "or")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(FieldFilter), "field")]
[JsonDerivedType(typeof(PeriodFilter), "period")]
[JsonDerivedType(typeof(ReferenceFilter), "reference")]
[JsonDerivedType(typeof(ChildrenFilter), "children")]
[JsonDerivedType(typeof(AggregateFilter), "aggregate")]
public abstract record Filter;

/// <summary>All of them; true when there is none.</summary>
public sealed record AllOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>At least one of them; false when there is none.</summary>
public sealed record AnyOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>The others.</summary>
public sealed record Not(Filter Filter) : Filter;

/// <summary>Compares a field of the record. Of a field of several values, one element that satisfies it is enough.</summary>
[method: JsonConstructor]
public sealed record FieldFilter(string Field, Operator Operator, IReadOnlyList<string> Values) : Filter
{
    public FieldFilter(string field, Operator @operator, string value)
        : this(field, @operator, [value])
    {
    }
}

/// <summary>A date or moment lies in a period counted from today in the tenant's zone.</summary>
/// <param name="Count">1 to 1,000.</param>
public sealed record PeriodFilter(string Field, PeriodAnchor Anchor, int Count, PeriodUnit Unit) : Filter;

/// <summary>The record that a reference names exists, may be seen, and satisfies the filter.</summary>
public sealed record ReferenceFilter(string Reference, Filter Where) : Filter;

/// <summary>Some, none or every one of the children that may be seen satisfies the filter; without a filter, every child does.</summary>
public sealed record ChildrenFilter(string Relation, Quantifier Quantifier, Filter? Where) : Filter;

/// <summary>
/// Compares an aggregate over the children that may be seen and satisfy the filter. Empty values aren't counted in; over no value, count and sum are 0
/// and the others are empty. Average of numbers is cut to four places toward zero. Operators: Equals, Less, LessOrEqual, Greater, GreaterOrEqual.
/// </summary>
/// <param name="Field">Number, date or moment of the child; null for Count alone.</param>
/// <param name="Value">Of the field's type; a whole number for Count.</param>
public sealed record AggregateFilter(string Relation, AggregateFunction Function, string? Field, Filter? Where, Operator Operator, string Value) : Filter;
