using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;

namespace ClientLedger.GraphQL;

/// <summary>What became of a request before anything was executed: an operation, or the errors that keep it from being executed.</summary>
internal readonly record struct Preparation(PreparedOperation? Operation, IReadOnlyList<GraphQLError> Errors)
{
    public static Preparation Of(PreparedOperation operation) => new(operation, []);

    public static Preparation Refused(IReadOnlyList<GraphQLError> errors) => new(null, errors);
}
