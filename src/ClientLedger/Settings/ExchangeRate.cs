using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>What one unit of a currency is worth in the tenant's base currency, from a date on. Rates to a former base currency stay, and count for nothing.</summary>
public sealed class ExchangeRate : ITenantOwned
{
    /// <summary>One in stored form: rates are kept in whole hundred-millionths.</summary>
    public const long One = 100_000_000;

    public int TenantId { get; set; }

    /// <summary>ISO 4217: the currency in which the other's worth is told.</summary>
    public required string Base { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>In hundred-millionths, above 0.</summary>
    public long Rate { get; set; }
}

/// <summary>A tenant's rates of some currencies, in memory.</summary>
public sealed class ExchangeRates
{
    private readonly Dictionary<string, (DateOnly Date, long Rate)[]> byCurrency;
    private readonly string baseCurrency;

    /// <summary>Rates to the base currency, in any order, no two for the same currency and date; those to another are passed over.</summary>
    public ExchangeRates(string baseCurrency, IEnumerable<ExchangeRate> rates)
    {
        this.baseCurrency = baseCurrency;
        byCurrency = rates.Where(rate => rate.Base == baseCurrency).GroupBy(rate => rate.Currency)
            .ToDictionary(group => group.Key, group => group.Select(rate => (rate.Date, rate.Rate)).OrderBy(rate => rate.Date).ToArray());
    }

    /// <summary>Reads the rates of these currencies up to a date.</summary>
    public static async Task<ExchangeRates> LoadAsync(
        LedgerContext context, string baseCurrency, IReadOnlyCollection<string> currencies, DateOnly until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var rates = await context.Set<ExchangeRate>().AsNoTracking()
            .Where(rate => rate.Base == baseCurrency && currencies.Contains(rate.Currency) && rate.Date <= until)
            .ToListAsync(cancellationToken);
        return new ExchangeRates(baseCurrency, rates);
    }

    /// <summary>The newest rate not after the date, in hundred-millionths; 1 for the base currency; null where there is none.</summary>
    public long? RateOn(string currency, DateOnly date)
    {
        if (currency == baseCurrency)
        {
            return ExchangeRate.One;
        }

        if (!byCurrency.TryGetValue(currency, out var rates))
        {
            return null;
        }

        var (low, high) = (0, rates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rates[middle].Date <= date ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : rates[low - 1].Rate;
    }

    /// <summary>An amount in the base currency; both in ten-thousandths, rounded half to even. It may be more than the ledger can hold.</summary>
    public static Int128 ToBase(long amount, long rate)
    {
        var (whole, rest) = Int128.DivRem((Int128)amount * rate, ExchangeRate.One);
        var twice = Int128.Abs(rest) * 2;
        if (twice > ExchangeRate.One || (twice == ExchangeRate.One && !Int128.IsEvenInteger(whole)))
        {
            whole += amount < 0 ? -1 : 1;
        }

        return whole;
    }
}
