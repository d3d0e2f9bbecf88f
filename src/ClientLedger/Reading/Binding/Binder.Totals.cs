using ClientLedger.Access;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <content>
/// Totals of a customer's orders: a field without a column. What stands in the table of totals counts all orders, so it is only for who sees all
/// of them, with every field that goes into it; for others the total is worked out of the orders that they see.
/// </content>
internal sealed partial class Binder
{
    private static readonly string[] Summed =
    [
        CountedOrders.Customer, CountedOrders.Kind, CountedOrders.State, CountedOrders.OrderedAt, CountedOrders.Currency, CountedOrders.Amount,
    ];

    private BoundOrders? orders;

    private static bool IsComputed(BoundTable table, int ordinal) =>
        !table.Entity.Fields[ordinal].Custom && table.Storage[ordinal] is null;

    /// <summary>The orders to work a total out of, the same for all totals of a query; null where the stored total is right. A record rule sees everything.</summary>
    private BoundOrders? OrdersOf(BoundTable table)
    {
        if (table.Rights is null || TotalsAreStored())
        {
            Shape.Add('T');
            return null;
        }

        Shape.Add('O');
        return orders ??= BindOrders();
    }

    private bool TotalsAreStored()
    {
        var rights = scope.Rights.On(CountedOrders.Entity);
        return Summed.All(name => rights.Grants.Any(grant => grant.IsEverywhere && grant.Read[rights.Entity.OrdinalOf(name)] == ReadRight.Clear));
    }

    private BoundOrders BindOrders()
    {
        var table = Table(scope.Schema[CountedOrders.Entity]);
        var fields = Summed.Select(name => Field(table, table.Entity.OrdinalOf(name))).ToArray();
        return new BoundOrders(
            table, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5],
            Shape.Slot(StoreKind.Text, dialect.ZoneName(scope.Settings.Zone)),
            Shape.Slot(StoreKind.Text, scope.Settings.BaseCurrency));
    }
}
