using System.Globalization;
using ClientLedger.Settings;

namespace ClientLedger.Tests.Settings;

public sealed class ExchangeRatesTests
{
    private static readonly ExchangeRates Rates = new("CNY",
    [
        new() { Base = "CNY", Currency = "USD", Date = new(2026, 3, 1), Rate = 710_000_000 },
        new() { Base = "CNY", Currency = "USD", Date = new(2026, 1, 1), Rate = 720_000_000 },
        new() { Base = "CNY", Currency = "JPY", Date = new(2026, 2, 1), Rate = 4_600_000 },
        new() { Base = "EUR", Currency = "USD", Date = new(2026, 1, 15), Rate = 92_000_000 },
    ]);

    [Theory]
    [InlineData("USD", "2025-12-31", null)]
    [InlineData("USD", "2026-01-01", 720_000_000L)]
    [InlineData("USD", "2026-02-28", 720_000_000L)]
    [InlineData("USD", "2026-03-01", 710_000_000L)]
    [InlineData("USD", "2027-01-01", 710_000_000L)]
    [InlineData("EUR", "2026-03-01", null)]
    [InlineData("CNY", "1990-01-01", 100_000_000L)]
    public void The_rate_of_a_day_is_the_newest_that_is_not_after_it(string currency, string date, long? rate) =>
        Assert.Equal(rate, Rates.RateOn(currency, DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(10_000, 710_000_000, 71_000)]
    [InlineData(1, 50_000_000, 0)]
    [InlineData(3, 50_000_000, 2)]
    [InlineData(5, 50_000_000, 2)]
    [InlineData(-3, 50_000_000, -2)]
    [InlineData(-1, 50_000_000, 0)]
    [InlineData(1, 50_000_001, 1)]
    [InlineData(-1, 50_000_001, -1)]
    [InlineData(9_000_000_000_000_000_000, 100_000_000, 9_000_000_000_000_000_000)]
    public void An_amount_in_the_base_currency_is_rounded_half_to_even(long amount, long rate, long expected) =>
        Assert.Equal(expected, ExchangeRates.ToBase(amount, rate));

    [Fact]
    public void An_amount_too_large_is_no_wrong_number() =>
        Assert.Equal(2 * (Int128)long.MaxValue, ExchangeRates.ToBase(long.MaxValue, 200_000_000));
}
