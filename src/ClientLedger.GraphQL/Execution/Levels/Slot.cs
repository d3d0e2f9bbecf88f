namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>
/// A place for one value. While its level is resolved it holds what the resolver gave. Once it is complete it holds null, or what a scalar gave out, or <see cref="Written.Bytes"/> and where they lie, or an
/// <see cref="ObjectGroup"/> and the row, or an <see cref="ItemStore"/> and which items.
/// </summary>
internal struct Slot
{
    public object? Value;
    public int Start;
    public int Count;
}

/// <summary>Stands in a slot whose value a writing resolver has written.</summary>
internal static class Written
{
    public static readonly object Bytes = new();
}
