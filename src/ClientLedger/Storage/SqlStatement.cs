namespace ClientLedger.Storage;

/// <summary>The value of a parameter.</summary>
/// <param name="Name">Without a prefix character; it stands in the text as <c>@name</c> on every provider.</param>
/// <param name="Value">In the CLR type of the kind, or null; of a list, an array of that type without nulls.</param>
/// <param name="IsList">One parameter that holds a whole list.</param>
public sealed record SqlArgument(string Name, StoreKind Kind, object? Value, bool IsList = false);

/// <summary>A statement and the values of its parameters.</summary>
public sealed record SqlStatement(string Text, IReadOnlyList<SqlArgument> Arguments)
{
    /// <summary>
    /// How many rows have the values decides which way to them is fast, so that a database which keeps a plan for all values must make one for these.
    /// </summary>
    public bool DependsOnValues { get; init; }
}
