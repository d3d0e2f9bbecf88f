using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;

namespace ClientLedger.GraphQL;

/// <summary>What became of a request before anything was executed: an operation, or the errors that keep it from being executed.</summary>
internal readonly record struct Preparation(PreparedOperation? Operation, IReadOnlyList<GraphQLError> Errors)
{
    /// <summary>What was asked, as far as it is known: also of an operation that the caller couldn't pay for.</summary>
    public PreparedOperation? Asked { get; private init; } = Operation;

    /// <summary>Whether the caller has spent too much; the same request may be carried out later.</summary>
    public bool IsUnpaid => Operation is null && Asked is not null;

    public static Preparation Of(PreparedOperation operation) => new(operation, []);

    public static Preparation Unpaid(PreparedOperation operation, GraphQLError error) => new(null, [error]) { Asked = operation };

    public static Preparation Refused(IReadOnlyList<GraphQLError> errors) => new(null, errors);
}
