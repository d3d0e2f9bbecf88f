namespace ClientLedger.GraphQL.Errors;

/// <summary>Carries errors that may be shown to the client: a document that can't be parsed, a schema that is wrong, a value that a scalar refuses, a resolver's refusal.</summary>
public sealed class GraphQLException : Exception
{
    public GraphQLException(IReadOnlyList<GraphQLError> errors)
        : base(string.Join("\n\n", errors.Select(error => error.Message)))
        => Errors = errors;

    public GraphQLException(GraphQLError error)
        : base(error.Message)
        => Errors = [error];

    /// <summary>A refusal with a message of its own.</summary>
    public GraphQLException(string message, string code = ErrorCodes.ExecutionFailed)
        : this(new GraphQLError(message, code))
    {
    }

    /// <summary>At least one.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
