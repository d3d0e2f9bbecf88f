namespace ClientLedger.TestKit.Plain;

/// <summary>Values that follow from others.</summary>
/// <remarks>
/// Assumed where the design is silent: a line without quantity or unit price has no amount, one without a discount has none to take off;
/// an order keeps its amount when its last line goes, and a deleted order follows its lines too.
/// </remarks>
public static class PlainDerived
{
    public static void Derive(PlainLedger ledger, int tenant)
    {
        foreach (var line in ledger.Of(tenant, "orderLine").Where(line => line.IsLive))
        {
            line.Values["amount"] = Amount(line);
        }

        foreach (var order in ledger.Of(tenant, "order"))
        {
            var lines = ledger.Of(tenant, "orderLine").Where(line => line.IsLive && line.IdIn("order") == order.Id).ToList();
            if (lines.Count > 0)
            {
                order.Values["amount"] = lines.Sum(line => (decimal?)line["amount"] ?? 0m);
            }
        }
    }

    private static decimal? Amount(PlainRecord line) => line["quantity"] is decimal quantity && line["unitPrice"] is decimal price
        ? decimal.Round((quantity * price) - ((decimal?)line["discount"] ?? 0m), 4, MidpointRounding.ToEven)
        : null;
}
