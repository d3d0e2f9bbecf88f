namespace ClientLedger.GraphQL.Language;

/// <summary>A name and where it stands.</summary>
internal readonly record struct Name(string Value, int Start)
{
    public override string ToString() => Value;
}

/// <summary>A part of a document. Nodes never change once they are made; equality is identity.</summary>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset behind its last character.</param>
internal abstract class Node(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The node as GraphQL text.</summary>
    public override string ToString() => Printer.Print(this);
}
