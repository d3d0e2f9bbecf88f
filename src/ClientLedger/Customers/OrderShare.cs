using ClientLedger.Fields;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Customers;

/// <summary>What one live order adds to its customer's totals. Amounts are ten-thousandths.</summary>
internal sealed record OrderShare(long CustomerId, bool IsReturn, string? Currency, long Amount, DateOnly? Day)
{
    /// <summary>States in which an order doesn't count.</summary>
    public static readonly string[] Uncounted = ["draft", "cancelled"];

    public const string Purchase = "purchase";
    public const string Return = "return";

    /// <summary>The share of an order's values, or null when it doesn't count.</summary>
    public static OrderShare? Of(LedgerScope scope, EntityDescriptor order, object?[]? values, bool isDeleted)
    {
        if (values is null || isDeleted
            || values[order.OrdinalOf("customer")] is not long customer
            || values[order.OrdinalOf("kind")] is not (Purchase or Return)
            || (values[order.OrdinalOf("state")] is string state && Uncounted.Contains(state)))
        {
            return null;
        }

        return new OrderShare(
            customer,
            values[order.OrdinalOf("kind")] is Return,
            values[order.OrdinalOf("currency")] as string,
            values[order.OrdinalOf("amount")] is decimal amount ? TenThousandths.FromDecimal(amount) : 0,
            values[order.OrdinalOf("orderedAt")] is DateTime at ? DayOf(scope, at) : null);
    }

    /// <summary>The day of a moment in the tenant's zone.</summary>
    public static DateOnly DayOf(LedgerScope scope, DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, scope.Settings.Zone));

    /// <summary>The amount in the base currency; null where it has no rate. Nothing is worth nothing in every currency.</summary>
    public long? InBase(ExchangeRates rates) =>
        Amount == 0 ? 0
        : Currency is null || Day is not { } day || rates.RateOn(Currency, day) is not { } rate ? null
        : ExchangeRates.ToBase(Amount, rate);
}
