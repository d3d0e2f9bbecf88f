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
}
