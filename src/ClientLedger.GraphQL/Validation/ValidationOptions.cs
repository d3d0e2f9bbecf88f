namespace ClientLedger.GraphQL.Validation;

/// <summary>How documents are validated.</summary>
public sealed record ValidationOptions
{
    /// <summary>For documents that clients send.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>How many errors are reported before validation gives up; a client can't use more, and each costs.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Whether errors may ask "Did you mean …?", with names that the schema shows.</summary>
    public bool Suggest { get; init; } = true;

    /// <summary>How many lists of fields, interfaces, possible types and input fields may lie within each other in introspection: at this depth a document is refused.</summary>
    public int MaxIntrospectionLists { get; init; } = 3;

    /// <summary>How much a document may hold.</summary>
    public DocumentLimits Limits { get; init; } = new();
}
