using System.Collections.Concurrent;
using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>An operation of a document, with its plans: one for each outcome of its conditions that came up.</summary>
internal sealed class ExecutableOperation
{
    /// <summary>A caller can bring up as many outcomes as it likes; beyond these a plan is made for one request.</summary>
    private const int MostPlans = 32;

    private const int BytesPerPlan = 1_500, BytesPerCondition = 250;

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

    /// <summary>Makes the operation ready for a request; a <see cref="GraphQLException"/> with everything that is wrong with its variables.</summary>
    /// <param name="variables">A JSON object, or nothing (of kind Undefined or Null).</param>
    /// <param name="maxErrors">How many errors are told of.</param>
    public PreparedOperation Prepare(JsonElement variables, int maxErrors)
    {
        var values = VariableCoercion.Coerce(document.Schema, document.Node.Source, Node, variables, maxErrors);
        return new PreparedOperation(PlanFor(values), values);
    }

    private OperationPlan PlanFor(VariableValues variables)
    {
        var outcome = conditions.Value.OutcomeOf(variables);
        if (plans.TryGetValue(outcome, out var known))
        {
            return known;
        }

        // What isn't kept is weighed for nobody.
        var isKept = plans.Count < MostPlans;
        var plan = new OperationPlan(document, Node, conditions.Value.ValuesOf(outcome), isKept ? document.PlanMemory : new PlanMemory());
        if (!isKept)
        {
            return plan;
        }

        var kept = plans.GetOrAdd(outcome, plan);
        if (kept == plan)
        {
            document.PlanMemory.Add(BytesPerPlan + ((long)BytesPerCondition * outcome.Length));
        }

        return kept;
    }
}
