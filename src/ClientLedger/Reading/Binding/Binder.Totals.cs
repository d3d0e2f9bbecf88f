using ClientLedger.Access;

namespace ClientLedger.Reading.Binding;

/// <content>
/// Totals of a customer's orders: a field without a column. What stands in the table of totals counts all orders, so it is only for who sees all
/// of them, with every field that goes into it.
/// </content>
internal sealed partial class Binder
{
    private const string Order = "order";
    private static readonly string[] Summed = ["customer", "kind", "state", "orderedAt", "currency", "amount"];

    private static bool IsComputed(BoundTable table, int ordinal) =>
        !table.Entity.Fields[ordinal].Custom && table.Storage[ordinal] is null;

    /// <summary>A table in a record rule sees everything.</summary>
    private bool TotalsAreStored(BoundTable table)
    {
        if (table.Rights is null)
        {
            return true;
        }

        var orders = scope.Rights.On(Order);
        return Summed.All(name => orders.Grants.Any(grant => grant.IsEverywhere && grant.Read[orders.Entity.OrdinalOf(name)] == ReadRight.Clear));
    }
}
