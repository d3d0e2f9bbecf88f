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
}
