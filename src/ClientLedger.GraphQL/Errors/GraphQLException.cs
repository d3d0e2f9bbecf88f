namespace ClientLedger.GraphQL.Errors;

/// <summary>Carries errors that may be shown to the client: a document that can't be parsed, a schema that is wrong, a value that a scalar refuses, a resolver's refusal.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>Several errors at once, at least one: all that is wrong with a document or a schema.</summary>
    public GraphQLException(IReadOnlyList<GraphQLError> errors)
        : base(string.Join("\n\n", errors.Select(error => error.Message)))
        => Errors = errors;

    /// <summary>An error with a code, places or extensions of its own; where it is thrown by a resolver, the engine adds the field's place and path.</summary>
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
