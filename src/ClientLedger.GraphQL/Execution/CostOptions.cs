namespace ClientLedger.GraphQL.Execution;

/// <summary>What an operation may cost, by the weights and list sizes of the schema (<see cref="Types.CostDirectives"/>). It is priced before it runs.</summary>
public sealed record CostOptions
{
    /// <summary>How much its fields may cost: the work of resolvers, arguments included.</summary>
    public double MaxFieldCost { get; init; } = 100_000;

    /// <summary>How much its objects may cost: the size of the answer.</summary>
    public double MaxTypeCost { get; init; } = 100_000;

    /// <summary>How many items a list is taken to have that says nothing of its size.</summary>
    public int AssumedListSize { get; init; } = 10;

    /// <summary>Whether every answer tells its cost in <c>extensions.cost</c>. Otherwise those do whose request has <c>"extensions": {"cost": true}</c>.</summary>
    public bool AlwaysReport { get; init; }
}
