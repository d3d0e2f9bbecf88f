using ClientLedger.Customers;
using ClientLedger.Orders;
using ClientLedger.Writing;

namespace ClientLedger;

/// <summary>The rooms' rules in the order in which they run: lines before the orders that they add up to, customers before what is kept beside them.</summary>
internal static class BuiltInRules
{
    public static readonly IReadOnlyList<IRecordRules> All = [new OrderLineRules(), new OrderRules(), new CustomerRules(), new CustomerTotalsUpkeep()];
}
