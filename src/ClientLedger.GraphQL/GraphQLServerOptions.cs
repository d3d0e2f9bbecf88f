using ClientLedger.GraphQL.Caching;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Validation;

namespace ClientLedger.GraphQL;

/// <summary>How a server answers, and how much a request may ask of it.</summary>
public sealed record GraphQLServerOptions
{
    /// <summary>How much the parser reads.</summary>
    public ParserOptions Parsing { get; init; } = ParserOptions.Default;

    /// <summary>How documents are validated.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>How much an execution may take.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>How many errors in its variables a request is told of.</summary>
    public int MaxVariableErrors { get; init; } = 50;

    /// <summary>How much is remembered.</summary>
    public CachingOptions Caching { get; init; } = new();

    /// <summary>Documents that clients can ask by their id; null when there are none.</summary>
    public TrustedDocuments? TrustedDocuments { get; init; }

    /// <summary>Whether a document that a client sends with its hash can be asked by the hash from then on (automatic persisted queries).</summary>
    public bool KeepsPersistedQueries { get; init; }
}
