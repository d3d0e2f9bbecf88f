namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>What an operation costs at most, by the weights and list sizes of its schema.</summary>
/// <param name="Field">What its fields cost, each as often as it is resolved.</param>
/// <param name="Type">What the objects of its answer cost.</param>
public readonly record struct OperationCost(double Field, double Type)
{
    /// <summary>Both.</summary>
    public static OperationCost operator +(OperationCost one, OperationCost other) => new(one.Field + other.Field, one.Type + other.Type);

    /// <summary>So many of it.</summary>
    public static OperationCost operator *(double times, OperationCost one) => new(times * one.Field, times * one.Type);

    /// <summary>The larger of each.</summary>
    public static OperationCost Max(OperationCost one, OperationCost other) => new(Math.Max(one.Field, other.Field), Math.Max(one.Type, other.Type));
}
