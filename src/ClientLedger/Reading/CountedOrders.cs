namespace ClientLedger.Reading;

/// <summary>
/// Which orders count for their customer's totals, and by which of their fields: said once for those that are stored beside the customer and for those that
/// are worked out of the orders that a caller sees.
/// </summary>
internal static class CountedOrders
{
    public const string Entity = "order";

    public const string Customer = "customer", Kind = "kind", State = "state", OrderedAt = "orderedAt", Currency = "currency", Amount = "amount";

    /// <summary>Kinds of orders.</summary>
    public const string Purchase = "purchase", Return = "return";

    /// <summary>States in which an order doesn't count.</summary>
    public static readonly string[] Uncounted = ["draft", "cancelled"];
}
