using ClientLedger.Fields;

namespace ClientLedger.TestKit.Plain;

/// <summary>What a customer bought and gave back, over the orders that the caller may see; a field that isn't clear on an order counts as empty there.</summary>
/// <remarks>
/// Assumed where the design is silent: an order whose kind is empty counts as neither purchase nor return; one whose state is empty counts;
/// one without an amount counts with 0 and needs no rate; one without a currency or a time has no rate.
/// </remarks>
public static class PlainTotals
{
    private static readonly ChildRelation Orders = new("orders", "order", "customer");

    private static readonly string[] Names =
        ["orderCount", "returnCount", "firstOrderOn", "lastOrderOn", "totalAmountBase", "returnedAmountBase", "ordersWithoutRate"];

    /// <summary>The field is one of the customer's totals.</summary>
    public static bool IsTotal(string entity, string field) => entity == "customer" && Names.Contains(field);

    /// <summary>All totals of a customer by field name.</summary>
    public static Dictionary<string, object?> Of(PlainSight sight, PlainRecord customer)
    {
        var purchases = Counted(sight, customer, "purchase");
        var returns = Counted(sight, customer, "return");
        var days = purchases.Select(order => Day(sight, order)).OfType<DateOnly>().ToList();
        return new()
        {
            ["orderCount"] = (long)purchases.Count,
            ["returnCount"] = (long)returns.Count,
            ["firstOrderOn"] = days.Count == 0 ? null : days.Min(),
            ["lastOrderOn"] = days.Count == 0 ? null : days.Max(),
            ["totalAmountBase"] = purchases.Sum(order => BaseAmount(sight, order) ?? 0m),
            ["returnedAmountBase"] = returns.Sum(order => BaseAmount(sight, order) ?? 0m),
            ["ordersWithoutRate"] = (long)purchases.Concat(returns).Count(order => BaseAmount(sight, order) is null),
        };
    }

    /// <summary>The totals as they stand beside the customer, over all its orders.</summary>
    public static PlainTotalsRow Row(PlainSight sight, PlainRecord customer)
    {
        var totals = Of(sight.WithoutLimits, customer);
        return new(
            customer.Id,
            (long)totals["orderCount"]!,
            (long)totals["returnCount"]!,
            (DateOnly?)totals["firstOrderOn"],
            (DateOnly?)totals["lastOrderOn"],
            (decimal)totals["totalAmountBase"]!,
            (decimal)totals["returnedAmountBase"]!,
            (long)totals["ordersWithoutRate"]!,
            [.. ByCurrency(sight.WithoutLimits, customer)]);
    }

    /// <summary>Counts and amounts of each currency, in the order of the codes.</summary>
    private static IEnumerable<PlainCurrencyTotals> ByCurrency(PlainSight sight, PlainRecord customer)
    {
        var purchases = Counted(sight, customer, "purchase");
        var returns = Counted(sight, customer, "return");
        foreach (var currency in purchases.Concat(returns).Select(order => Currency(sight, order)).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            var bought = purchases.FindAll(order => Currency(sight, order) == currency);
            var returned = returns.FindAll(order => Currency(sight, order) == currency);
            yield return new(currency, bought.Count, returned.Count, bought.Sum(order => Amount(sight, order)), returned.Sum(order => Amount(sight, order)));
        }
    }

    private static List<PlainRecord> Counted(PlainSight sight, PlainRecord customer, string kind) =>
        [.. sight.Children(customer, Orders).Where(order => sight.Clear(order, "kind") is string its && its == kind
            && sight.Clear(order, "state") is not ("draft" or "cancelled"))];

    private static decimal Amount(PlainSight sight, PlainRecord order) => (decimal?)sight.Clear(order, "amount") ?? 0m;

    private static string? Currency(PlainSight sight, PlainRecord order) => (string?)sight.Clear(order, "currency");

    private static DateOnly? Day(PlainSight sight, PlainRecord order) =>
        sight.Clear(order, "orderedAt") is DateTime moment ? PlainPeriods.DateIn(sight.Scope.Settings.Zone, moment) : null;

    /// <summary>The amount in the base currency, or null when there is no rate for it.</summary>
    private static decimal? BaseAmount(PlainSight sight, PlainRecord order)
    {
        var amount = Amount(sight, order);
        if (amount == 0m || Currency(sight, order) == sight.Scope.Settings.BaseCurrency)
        {
            return amount;
        }

        var rate = sight.Ledger.Rates
            .Where(each => each.Tenant == order.Tenant && each.Currency == Currency(sight, order) && each.From <= Day(sight, order))
            .MaxBy(each => each.From);
        return rate is null ? null : decimal.Round(amount * rate.Rate, 4, MidpointRounding.ToEven);
    }
}
