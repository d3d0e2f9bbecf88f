using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>What a field of one object costs.</summary>
/// <param name="Field">The field.</param>
/// <param name="Node">Where its arguments stand.</param>
/// <param name="Weight">What resolving it costs, without its arguments.</param>
/// <param name="HasPricedArguments">Whether its arguments can cost anything.</param>
/// <param name="TypeWeight">What one of its values costs.</param>
/// <param name="Size">How many there are; null when nothing says so.</param>
/// <param name="Below">What is asked of each.</param>
internal sealed record FieldPrice(FieldDefinition Field, FieldNode Node, double Weight, bool HasPricedArguments, double TypeWeight, ListSize? Size, SelectionPrice Below)
{
    /// <summary>No limit is near it, and sums of it are still numbers.</summary>
    private const double Most = 1e15;

    /// <summary>Whether it costs the same for every request: no variable decides about it.</summary>
    public bool IsFixed { get; } = Below.IsFixed && (Size is null || Size.IsFixed) && (!HasPricedArguments || !ArgumentVariables.AreIn(Node));

    public OperationCost For(RequestArguments arguments, int assumedListSize)
    {
        var own = Math.Max(0, Weight + (HasPricedArguments ? InputPrice.Of(arguments, Field, Node) : 0));
        var count = Field.Type.Nullable is not ListType ? 1 : Size?.For(arguments, assumedListSize) ?? assumedListSize;
        var all = new OperationCost(own, 0) + (count * (new OperationCost(0, TypeWeight) + Below.For(arguments, assumedListSize)));
        return new OperationCost(Math.Min(all.Field, Most), Math.Clamp(all.Type, 0, Most));
    }
}
