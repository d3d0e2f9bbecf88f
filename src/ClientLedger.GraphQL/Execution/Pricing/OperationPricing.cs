using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>Prices operations before they run.</summary>
internal static class OperationPricing
{
    /// <summary>What an operation costs for a request at most; a <see cref="GraphQLException"/> when that is more than it may.</summary>
    /// <param name="plan">What it asks. What costs the same for every request is added up once.</param>
    /// <param name="arguments">The arguments of the request.</param>
    /// <param name="options">What it may cost: the same options for all requests to a plan.</param>
    public static OperationCost Price(OperationPlan plan, RequestArguments arguments, CostOptions options)
    {
        var cost = plan.Price.For(arguments, options.AssumedListSize);
        if (plan.Schema.RootOf(plan.Operation.Operation) is { } root)
        {
            cost += new OperationCost(0, Weights.Of(plan.Schema, root));
        }

        Require(plan, cost.Field, options.MaxFieldCost, "fields", cost);
        Require(plan, cost.Type, options.MaxTypeCost, "objects", cost);
        return cost;
    }

    /// <summary>As it stands in <c>extensions.cost</c>.</summary>
    public static Dictionary<string, object?> Report(OperationCost cost) => new(StringComparer.Ordinal) { ["fieldCost"] = cost.Field, ["typeCost"] = cost.Type };

    private static void Require(OperationPlan plan, double cost, double limit, string what, OperationCost whole)
    {
        if (cost > limit)
        {
            throw new GraphQLException(new GraphQLError(
                FormattableString.Invariant($"The {what} of the operation cost {cost:0.##}, and may cost {limit:0.##}: ask for fewer fields or smaller lists."), ErrorCodes.CostExceeded)
            {
                Locations = [plan.Source.LocationOf(plan.Operation.Start)],
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["cost"] = Report(whole), ["limit"] = limit },
            });
        }
    }
}
