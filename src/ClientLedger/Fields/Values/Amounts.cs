using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Amounts of money: a decimal of at most four places, and the currency if the text names one.</summary>
public static class Amounts
{
    /// <summary>
    /// Reads an amount: 30000, ￥30,000.00, 3万, 1.2亿元, RMB 300, USD 12.5, €1.234,56, -5, (1,234.50). The sign ¥ is CNY; the
    /// sign $ alone leaves the currency open. Grouping must be right, more than four places are refused and not rounded, and
    /// the value lies within <see cref="Numbers.Most"/>.
    /// </summary>
    /// <param name="text">The amount as it was written.</param>
    /// <param name="value">The amount.</param>
    /// <param name="currency">ISO 4217, or null when the text doesn't settle it.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, out decimal value, out string? currency, [NotNullWhen(false)] out Refusal? refusal)
    {
        currency = null;
        refusal = null;
        if (Numbers.TryReadPlain(text, out value))
        {
            return true;
        }

        var code = Read(TextCleaning.LineOf(text), out value, out currency);
        if (code is not null)
        {
            (value, currency) = (0, null);
            refusal = Numbers.Of(code, text);
        }

        return code is null;
    }

    private static MessageCode? Read(ReadOnlySpan<char> text, out decimal value, out string? currency)
    {
        (value, currency) = (0, null);
        var parts = new SignedText(text);
        var after = parts.After;
        if (!parts.IsWellFormed || Magnitude.Take(ref after) is not { } times)
        {
            return ValueMessages.AmountUnreadable;
        }

        after = after.TrimStart(' ');
        after = after is [.., '元' or '圆' or '圓', '整' or '正'] ? after[..^1] : after;
        string? known = null;
        if (!CurrencySigns.TryAdd(parts.Before, ref known, out var contradicts) || !CurrencySigns.TryAdd(after, ref known, out contradicts))
        {
            return contradicts ? ValueMessages.AmountTwoCurrencies
                : LooksLikeCurrency(parts.Before) && LooksLikeCurrency(after) ? ValueMessages.AmountUnknownCurrency
                : ValueMessages.AmountUnreadable;
        }

        currency = CurrencySigns.CodeOf(known);
        var code = NumberText.Read(parts.Digits, out value);
        return code == ValueMessages.NumberUnreadable ? ValueMessages.AmountUnreadable : code ?? Magnitude.Multiply(ref value, parts.IsNegative ? -times : times);
    }

    /// <summary>Nothing, a short word of letters, or a currency sign.</summary>
    private static bool LooksLikeCurrency(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.CurrencySymbol && c is not ('元' or '币'))
            {
                return false;
            }
        }

        return text.Length <= 4;
    }
}
