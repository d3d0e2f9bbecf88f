using System.Globalization;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>
/// Rates as a person types or pastes them: a line for each, with currency, date and rate apart by comma, semicolon or tab
/// (<c>USD,2026-03-01,7.1234</c>); a first line of headings and empty lines are passed over.
/// </summary>
public static class ExchangeRateList
{
    /// <summary>Saves the rates, over those of the same currency and date; refuses all when one line is wrong.</summary>
    /// <returns>What is wrong; empty when they were saved.</returns>
    public static async Task<IReadOnlyList<Refusal>> SaveAsync(LedgerContext context, string baseCurrency, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(text);
        var (rates, refusals) = Read(baseCurrency, text);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var currencies = rates.Keys.Select(key => key.Currency).Distinct().ToList();
        var stored = await context.Set<ExchangeRate>().Where(rate => currencies.Contains(rate.Currency))
            .ToDictionaryAsync(rate => (rate.Currency, rate.Date), cancellationToken);
        foreach (var ((currency, date), value) in rates)
        {
            if (stored.TryGetValue((currency, date), out var rate))
            {
                rate.Rate = value;
            }
            else
            {
                context.Add(new ExchangeRate { Currency = currency, Date = date, Rate = value });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return [];
    }

    private static (Dictionary<(string Currency, DateOnly Date), long> Rates, List<Refusal> Refusals) Read(string baseCurrency, string text)
    {
        var rates = new Dictionary<(string, DateOnly), long>();
        var refusals = new List<Refusal>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var cells = line.Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (string.IsNullOrWhiteSpace(line) || (number == 1 && cells.Length == 3 && !cells[1].Any(char.IsAsciiDigit)))
            {
                continue;
            }

            if (cells is not [var currency, var on, var value] || Currencies.List.Find(currency) is null
                || !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                refusals.Add(Refusal.Of(SettingsMessages.RateLine, ("line", number), ("text", line.Trim())));
            }
            else if (currency == baseCurrency)
            {
                refusals.Add(Refusal.Of(SettingsMessages.RateOfBase, ("currency", currency)));
            }
            else if (!TryReadRate(value, out var rate))
            {
                refusals.Add(Refusal.Of(SettingsMessages.RateValue, ("currency", currency), ("value", value)));
            }
            else if (!rates.TryAdd((currency, date), rate))
            {
                refusals.Add(Refusal.Of(SettingsMessages.RateTwice, ("line", number), ("currency", currency), ("date", on)));
            }
        }

        return (rates, refusals);
    }

    private static bool TryReadRate(string text, out long rate)
    {
        rate = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value is <= 0 or >= 10_000_000_000)
        {
            return false;
        }

        var scaled = value * ExchangeRate.One;
        rate = (long)scaled;
        return rate == scaled;
    }
}
