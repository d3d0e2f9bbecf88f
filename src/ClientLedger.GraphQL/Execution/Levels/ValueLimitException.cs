using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Ends a whole execution that holds more values than it may: were it the error of a field, the next list would hold as many again.</summary>
internal sealed class ValueLimitException(int limit)
    : Exception($"The answer holds more than {limit} values.")
{
    /// <summary>What the client is told.</summary>
    public GraphQLException Refusal { get; } = new($"The answer holds more than {limit} values.", ErrorCodes.LimitExceeded);
}
