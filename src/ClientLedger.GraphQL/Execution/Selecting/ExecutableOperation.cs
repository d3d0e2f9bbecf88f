using System.Collections.Concurrent;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>An operation of a document, with its plans: one for each outcome of its conditions that came up.</summary>
internal sealed class ExecutableOperation
{
    /// <summary>A caller can bring up as many outcomes as it likes; beyond these a plan is made for one request.</summary>
    private const int MostPlans = 32;

    private readonly ConcurrentDictionary<string, OperationPlan> plans = new(StringComparer.Ordinal);
    private readonly ExecutableDocument document;
    private readonly Lazy<Conditions> conditions;

    public ExecutableOperation(ExecutableDocument document, OperationDefinitionNode node)
    {
        this.document = document;
        Node = node;
        conditions = new Lazy<Conditions>(() => Conditions.Of(document, node));
    }

    public OperationDefinitionNode Node { get; }

    public OperationType Type => Node.Operation;

    public int PlannedFields => plans.Values.Sum(plan => plan.FieldCount);

    /// <summary>The type that the operation begins at.</summary>
    public ObjectType RootType => document.Schema.RootOf(Node.Operation) ?? throw new GraphQLException(
        new GraphQLError($"Schema is not configured to execute {Node.Operation.ToString().ToLowerInvariant()} operation.", ErrorCodes.ValidationFailed)
        {
            Locations = [document.Node.Source.LocationOf(Node.Start)],
        });

    public OperationPlan PlanFor(VariableValues variables)
    {
        var outcome = conditions.Value.OutcomeOf(variables);
        if (plans.TryGetValue(outcome, out var known))
        {
            return known;
        }

        var plan = new OperationPlan(document, Node, conditions.Value.ValuesOf(outcome));
        return plans.Count < MostPlans ? plans.GetOrAdd(outcome, plan) : plan;
    }
}
