using System.Text.Json;
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

    private BoundOrders? orders;

    private static bool IsComputed(BoundTable table, int ordinal) =>
        !table.Entity.Fields[ordinal].Custom && table.Storage[ordinal] is null;

    /// <summary>A table in a record rule sees everything.</summary>
    private bool TotalsAreStored(BoundTable table)
    {
        if (table.Rights is null)
        {
            return true;
        }

        var rights = scope.Rights.On(Order);
        return Summed.All(name => rights.Grants.Any(grant => grant.IsEverywhere && grant.Read[rights.Entity.OrdinalOf(name)] == ReadRight.Clear));
    }

    /// <summary>A total worked out of the orders that the caller sees; all totals of a query share them.</summary>
    private BoundTotal Total(BoundTable table, JsonEncodedText key, int ordinal)
    {
        Shape.Add('T');
        if (orders is null && Seen(Order) is { } entity)
        {
            var of = Table(entity);
            var fields = Summed.Select(name => Field(of, entity.OrdinalOf(name))).ToArray();
            orders = new BoundOrders(of, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], Shape.IdsSlot());
        }

        return new BoundTotal(key, table, table.Entity.Fields[ordinal], ShownAs(table, ordinal, ReadRight.Clear));
    }
}
