namespace ClientLedger.GraphQL.Errors;

/// <summary>A place in a document; lines and columns begin at 1, columns count UTF-16 code units.</summary>
public readonly record struct SourceLocation(int Line, int Column);
