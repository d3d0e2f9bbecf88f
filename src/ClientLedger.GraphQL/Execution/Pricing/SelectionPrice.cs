using ClientLedger.GraphQL.Execution.Selecting;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>What is asked of an object: fields that every one is asked for, and selections that depend on its type.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Conditional">What is asked of objects of some types only.</param>
/// <param name="Choices">Which of those can come together, one choice for each type that an object can be of.</param>
internal sealed record SelectionPrice(FieldPrice[] Fields, SelectionPrice[] Conditional, int[][] Choices)
{
    /// <summary>The cost that it has for every request, once it is known; in a box, so that it is there as a whole or not at all.</summary>
    private object? known;

    public static SelectionPrice Nothing { get; } = new([], [], []);

    /// <summary>Whether it costs the same for every request: no variable decides about it.</summary>
    public bool IsFixed { get; } = Array.TrueForAll(Fields, field => field.IsFixed) && Array.TrueForAll(Conditional, one => one.IsFixed);

    /// <summary>What it costs for one object; of several types that it can be of, by the dearest.</summary>
    /// <param name="arguments">The arguments of the request.</param>
    /// <param name="assumedListSize">How many items a list has that says nothing of it; the same for all requests to a server.</param>
    public OperationCost For(RequestArguments arguments, int assumedListSize)
    {
        if (known is OperationCost cost)
        {
            return cost;
        }

        cost = Sum(arguments, assumedListSize);
        if (IsFixed)
        {
            known = cost;
        }

        return cost;
    }

    private OperationCost Sum(RequestArguments arguments, int assumedListSize)
    {
        var cost = default(OperationCost);
        foreach (var field in Fields)
        {
            cost += field.For(arguments, assumedListSize);
        }

        if (Conditional.Length == 0)
        {
            return cost;
        }

        var each = Array.ConvertAll(Conditional, one => one.For(arguments, assumedListSize));
        var dearest = default(OperationCost);
        foreach (var choice in Choices)
        {
            dearest = OperationCost.Max(dearest, choice.Aggregate(default(OperationCost), (sum, index) => sum + each[index]));
        }

        return cost + dearest;
    }
}
