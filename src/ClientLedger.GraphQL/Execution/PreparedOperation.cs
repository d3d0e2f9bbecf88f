using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution;

/// <summary>An operation that is ready to be executed for one request.</summary>
/// <param name="Plan">What it asks.</param>
/// <param name="Variables">The variables of the request.</param>
internal sealed record PreparedOperation(OperationPlan Plan, VariableValues Variables)
{
    /// <summary>What stands in the answer's <c>extensions</c>; null when it has none.</summary>
    public Dictionary<string, object?>? Extensions { get; init; }

    /// <summary>The arguments of the request.</summary>
    public RequestArguments Arguments { get; } = new(Plan, Variables);

    /// <summary>What it costs at most.</summary>
    public OperationCost Cost { get; init; }

    public OperationType Type => Plan.Operation.Operation;
}
