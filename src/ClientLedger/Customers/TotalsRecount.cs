using ClientLedger.Messages;
using ClientLedger.Orders;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Customers;

/// <summary>Works the totals of all customers of a tenant out anew, after rates, base currency or zone were changed in the same transaction.</summary>
internal static class TotalsRecount
{
    private const int OrdersAtOnce = 20_000;

    /// <summary>Locks every customer's totals, so that no order comes in between. Writers lock them before the log.</summary>
    public static Task LockAsync(LedgerContext context, CancellationToken cancellationToken) => context.Set<CustomerTotals>().ExecuteUpdateAsync(
        set => set.SetProperty(row => row.BaseAmount, 0m).SetProperty(row => row.BaseReturned, 0m).SetProperty(row => row.WithoutRate, 0L), cancellationToken);

    /// <summary>Recounts with the rates that the transaction has saved, behind both locks.</summary>
    /// <param name="settings">With the base currency and the zone that are to be.</param>
    /// <returns>What is wrong: an amount is more than the ledger can hold, and the transaction must be given up. Empty when all was written.</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(
        LedgerDatabase database, LedgerTransaction transaction, LedgerContext context, TenantSettings settings, CancellationToken cancellationToken)
    {
        var rates = new ExchangeRates(settings.BaseCurrency, await context.Set<ExchangeRate>().AsNoTracking().Where(rate => rate.Base == settings.BaseCurrency).ToListAsync(cancellationToken));
        for (var after = long.MinValue; ;)
        {
            var upTo = await EndAsync(context, after, cancellationToken);
            var totals = await CountAsync(context, settings, rates, after, upTo, cancellationToken);
            if (totals.Find(each => !each.Fits) is { } beyond)
            {
                var customer = RecordIds.Format(CustomerFields.Entity.IdPrefix, beyond.CustomerId);
                return [Refusal.Of(CustomerMessages.RatesTooLarge, ("customer", customer), ("base", settings.BaseCurrency), ("maximum", TenThousandths.Most))];
            }

            await TotalsTable.UpdateAsync(database, transaction, totals, cancellationToken);
            if (upTo == long.MaxValue)
            {
                return [];
            }

            after = upTo;
        }
    }

    /// <summary>The customer with whom about so many orders have been looked at.</summary>
    private static async Task<long> EndAsync(LedgerContext context, long after, CancellationToken cancellationToken) =>
        await context.Set<Order>().Where(order => order.CustomerId > after).OrderBy(order => order.CustomerId).Select(order => (long?)order.CustomerId)
            .Skip(OrdersAtOnce).FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;

    private static async Task<List<RunningTotals>> CountAsync(
        LedgerContext context, TenantSettings settings, ExchangeRates rates, long after, long upTo, CancellationToken cancellationToken)
    {
        var orders = await context.Set<Order>().AsNoTracking()
            .Where(order => order.CustomerId > after && order.CustomerId <= upTo && !CountedOrders.Uncounted.Contains(order.State))
            .Select(order => new { order.CustomerId, order.Kind, order.Currency, order.Amount, order.OrderedAt })
            .ToListAsync(cancellationToken);
        var totals = new Dictionary<long, RunningTotals>();
        foreach (var order in orders)
        {
            if (!totals.TryGetValue(order.CustomerId, out var counted))
            {
                totals.Add(order.CustomerId, counted = new RunningTotals(order.CustomerId));
            }

            var share = new OrderShare(
                order.CustomerId, order.Kind == CountedOrders.Return, order.Currency, TenThousandths.FromDecimal(order.Amount ?? 0), OrderShare.DayOf(settings.Zone, order.OrderedAt));
            counted.Add(share, share.InBase(rates), 1);
            if (!share.IsReturn)
            {
                counted.Extend(share.Day!.Value);
            }
        }

        return [.. totals.Values];
    }
}
