namespace ClientLedger.GraphQL.Validation;

/// <summary>How much a document may hold, whatever the schema. What is under these limits can be validated and planned in a bounded time.</summary>
public sealed record DocumentLimits
{
    /// <summary>Fields with an alias, as they are written.</summary>
    public int MaxAliases { get; init; } = 200;

    /// <summary>Fields at the root of an operation, those of its fragments included.</summary>
    public int MaxRootFields { get; init; } = 100;

    /// <summary>Definitions of fragments.</summary>
    public int MaxFragments { get; init; } = 500;

    /// <summary>Operations, of which one is executed.</summary>
    public int MaxOperations { get; init; } = 50;

    /// <summary>How deep fields lie within fields, through fragments too.</summary>
    public int MaxFieldDepth { get; init; } = 50;

    /// <summary>Fields of an operation, those of a fragment counted wherever it is spread.</summary>
    public int MaxFields { get; init; } = 10_000;
}
