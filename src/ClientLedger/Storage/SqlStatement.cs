namespace ClientLedger.Storage;

/// <summary>The value of a parameter.</summary>
/// <param name="Name">Without a prefix character; it stands in the text as <c>@name</c> on every provider, unless the statement is numbered.</param>
/// <param name="Value">In the CLR type of the kind, or null; of a list, an array of that type without nulls.</param>
/// <param name="IsList">One parameter that holds a whole list.</param>
public sealed record SqlArgument(string Name, StoreKind Kind, object? Value, bool IsList = false);

/// <summary>A statement and the values of its parameters.</summary>
public sealed record SqlStatement(string Text, IReadOnlyList<SqlArgument> Arguments)
{
    public PlanChoice Plan { get; init; }

    /// <summary>The arguments stand in the text by their place among them, as <c>$1</c> and so on, rather than by name.</summary>
    public bool IsNumbered { get; init; }
}

/// <summary>For what a database that keeps plans of statements is to make one.</summary>
public enum PlanChoice
{
    /// <summary>As the database finds, by what it has seen of the values so far.</summary>
    Usual,

    /// <summary>For these values: how many rows have them decides which way to the rows is fast.</summary>
    ForValues,

    /// <summary>Once for all values: rows are found by their ids or by their parents', and there is no other way to them.</summary>
    ForAll,
}
