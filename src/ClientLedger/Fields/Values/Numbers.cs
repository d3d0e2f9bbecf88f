using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Numbers without a currency. Decimals are kept as ten-thousandths in 64 bits.</summary>
public static class Numbers
{
    /// <summary>The greatest decimal that can be kept, on either side of zero: 922337203685477.5807.</summary>
    public const decimal Most = 922_337_203_685_477.5807m;

    private const int PlacesKept = 4;

    /// <summary>
    /// Reads a decimal: 1234.5, 1,234.5, 1.234,5, -5, (5), 3万, 1.2亿. Grouping must be right, more than four places are refused
    /// and not rounded.
    /// </summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="value">The number.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    /// <param name="percent">True when 12% means 0.12; otherwise the sign is refused.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value, [NotNullWhen(false)] out Refusal? refusal, bool percent = false)
    {
        if (TryReadPlain(text, out value))
        {
            refusal = null;
            return true;
        }

        var code = Read(text, percent, out value);
        refusal = code is null ? null : Of(code, text);
        return code is null;
    }

    /// <summary>Reads a whole number, in the same spellings, within the range of decimals.</summary>
    public static bool TryParseInteger(ReadOnlySpan<char> text, out long value, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (text.Length <= 15 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            refusal = null;
            return true;
        }

        var code = Read(text, percent: false, out var read)
            ?? (read == decimal.Truncate(read) ? null : ValueMessages.NumberNotWhole);
        value = code is null ? (long)read : 0;
        refusal = code is null ? null : Of(code, text);
        return code is null;
    }

    /// <summary>Digits with at most four places, with an optional minus sign, which is what most files hold.</summary>
    internal static bool TryReadPlain(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > 14 || !(char.IsAsciiDigit(text[0]) || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))))
        {
            return false;
        }

        var point = text.IndexOf('.');
        return (point < 0 || (text.Length - point - 1) is > 0 and <= PlacesKept)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Null for a number that can be kept without loss.</summary>
    internal static MessageCode? Keepable(decimal value)
    {
        if (value is < -Most or > Most)
        {
            return ValueMessages.NumberOutOfRange;
        }

        return decimal.Round(value, PlacesKept) == value ? null : ValueMessages.NumberTooPrecise;
    }

    internal static Refusal Of(MessageCode code, ReadOnlySpan<char> text) => Refusal.Of(code, ("value", ValueMessages.Shown(text)), ("most", Most));

    private static MessageCode? Read(ReadOnlySpan<char> text, bool percent, out decimal value)
    {
        value = 0;
        var parts = new SignedText(TextCleaning.LineOf(text));
        var after = parts.After;
        if (!parts.IsWellFormed || !parts.Before.IsEmpty || Magnitude.Take(ref after) is not { } times)
        {
            return ValueMessages.NumberUnreadable;
        }

        var isPercent = percent && after is "%";
        if (!isPercent && !after.IsEmpty)
        {
            return ValueMessages.NumberUnreadable;
        }

        times *= (parts.IsNegative ? -1 : 1) * (isPercent ? 0.01m : 1);
        return NumberText.Read(parts.Digits, out value) ?? Magnitude.Multiply(ref value, times);
    }
}
