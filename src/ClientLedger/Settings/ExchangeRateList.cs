using System.Globalization;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>Rates to a base currency as somebody gives them, line by line, and all that is wrong with them.</summary>
public sealed class ExchangeRateList(string baseCurrency)
{
    private readonly Dictionary<(string Currency, DateOnly Date), long> rates = [];
    private readonly List<Refusal> refusals = [];

    public string BaseCurrency { get; } = baseCurrency;

    /// <summary>How many rates there are.</summary>
    public int Count => rates.Count;

    /// <summary>What is wrong, in the order of the lines; with anything in it, nothing is saved.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>
    /// Reads rates as a person types or pastes them: a line for each, with currency, date and rate apart by comma, semicolon or tab
    /// (<c>USD,2026-03-01,7.1234</c>); a first line of headings and empty lines are passed over.
    /// </summary>
    public static ExchangeRateList Read(string baseCurrency, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var list = new ExchangeRateList(baseCurrency);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var cells = line.Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (string.IsNullOrWhiteSpace(line) || (number == 1 && cells.Length == 3 && !cells[1].Any(char.IsAsciiDigit)))
            {
                continue;
            }

            if (cells is [var currency, var date, var rate])
            {
                list.Add(number, currency, baseCurrency, date, rate);
            }
            else
            {
                list.Refuse(Refusal.Of(SettingsMessages.RateLine, ("line", number), ("text", line.Trim())));
            }
        }

        return list;
    }

    /// <summary>Takes one rate: from a day on, one unit of a currency is worth so many of another, which must be the base currency.</summary>
    /// <param name="line">Where it stands, for the refusals.</param>
    /// <param name="from">Code or name of the currency.</param>
    /// <param name="to">Code or name of the other.</param>
    public void Add(long line, string from, string to, string date, string rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        if (CurrencyOf(line, from) is not { } currency || CurrencyOf(line, to) is not { } other)
        {
            return;
        }

        if (other != BaseCurrency)
        {
            Refuse(Refusal.Of(SettingsMessages.RateToOther, ("line", line), ("to", other), ("base", BaseCurrency), ("from", currency)));
        }
        else if (currency == BaseCurrency)
        {
            Refuse(Refusal.Of(SettingsMessages.RateOfBase, ("line", line), ("currency", currency)));
        }
        else if (!Dates.TryParse(date, out var day, out _))
        {
            Refuse(Refusal.Of(SettingsMessages.RateDate, ("line", line), ("value", date)));
        }
        else if (!TryReadRate(rate.Trim(), out var stored))
        {
            Refuse(Refusal.Of(SettingsMessages.RateValue, ("line", line), ("currency", currency), ("value", rate)));
        }
        else if (!rates.TryAdd((currency, day), stored))
        {
            Refuse(Refusal.Of(SettingsMessages.RateTwice, ("line", line), ("currency", currency), ("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>Adds what is wrong with a line.</summary>
    public void Refuse(Refusal refusal) => refusals.Add(refusal);

    /// <summary>Saves the rates, over those of the same currency and day; totals don't follow by themselves. Nothing may be wrong with them.</summary>
    public async Task SaveAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (refusals.Count > 0)
        {
            throw new RefusedException(refusals[0]);
        }

        var currencies = rates.Keys.Select(key => key.Currency).Distinct().ToList();
        var known = await context.Set<ExchangeRate>().Where(rate => rate.Base == BaseCurrency && currencies.Contains(rate.Currency))
            .ToDictionaryAsync(rate => (rate.Currency, rate.Date), cancellationToken);
        foreach (var ((currency, date), value) in rates)
        {
            if (known.TryGetValue((currency, date), out var rate))
            {
                rate.Rate = value;
            }
            else
            {
                context.Add(new ExchangeRate { Base = BaseCurrency, Currency = currency, Date = date, Rate = value });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private string? CurrencyOf(long line, string text)
    {
        if (Currencies.List.TryResolve(text.Trim(), out var code, out _))
        {
            return code;
        }

        Refuse(Refusal.Of(SettingsMessages.RateCurrency, ("line", line), ("value", text)));
        return null;
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
