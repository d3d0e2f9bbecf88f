using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Customers;

/// <summary>What one live order adds to its customer's totals. Amounts are ten-thousandths.</summary>
internal sealed record OrderShare(long CustomerId, bool IsReturn, string? Currency, long Amount, DateOnly? Day)
{
    /// <summary>The share of an order's values, or null when it doesn't count.</summary>
    public static OrderShare? Of(LedgerScope scope, EntityDescriptor order, object?[]? values, bool isDeleted)
    {
        if (values is null || isDeleted
            || values[order.OrdinalOf(CountedOrders.Customer)] is not long customer
            || values[order.OrdinalOf(CountedOrders.Kind)] is not (CountedOrders.Purchase or CountedOrders.Return)
            || (values[order.OrdinalOf(CountedOrders.State)] is string state && CountedOrders.Uncounted.Contains(state)))
        {
            return null;
        }

        return new OrderShare(
            customer,
            values[order.OrdinalOf(CountedOrders.Kind)] is CountedOrders.Return,
            values[order.OrdinalOf(CountedOrders.Currency)] as string,
            values[order.OrdinalOf(CountedOrders.Amount)] is decimal amount ? TenThousandths.FromDecimal(amount) : 0,
            values[order.OrdinalOf(CountedOrders.OrderedAt)] is DateTime at ? DayOf(scope.Settings.Zone, at) : null);
    }

    /// <summary>The day of a moment in the tenant's zone.</summary>
    public static DateOnly DayOf(TimeZoneInfo zone, DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));

    /// <summary>The ledger can hold the amount.</summary>
    public static bool Fits(Int128 amount) => Int128.Abs(amount) <= long.MaxValue;

    /// <summary>The amount in the base currency; null where it has no rate. Nothing is worth nothing in every currency.</summary>
    public Int128? InBase(ExchangeRates rates) =>
        Amount == 0 ? 0
        : Currency is null || Day is not { } day || rates.RateOn(Currency, day) is not { } rate ? null
        : ExchangeRates.ToBase(Amount, rate);
}
