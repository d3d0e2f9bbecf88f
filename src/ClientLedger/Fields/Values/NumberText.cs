using System.Buffers;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Reads digits with grouping and decimal separators of either custom: 1,234.56 and 1.234,56 and 1 234,56 and 1'234.56.</summary>
internal static class NumberText
{
    /// <summary>More digits than this don't fit the type decimal.</summary>
    private const int MostDigits = 28;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(" 0123456789.,'’");

    /// <summary>
    /// The number, without regard to its size and places. Null when it is read; otherwise
    /// <see cref="ValueMessages.NumberUnreadable"/> or <see cref="ValueMessages.NumberAmbiguous"/>.
    /// A single point begins the decimals; a single comma groups thousands, and anything else about it is a question.
    /// </summary>
    public static MessageCode? Read(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.IsEmpty || text.ContainsAnyExcept(Allowed) || !text.ContainsAnyInRange('0', '9'))
        {
            return ValueMessages.NumberUnreadable;
        }

        if (FindDecimals(text) is not { } point)
        {
            return ValueMessages.NumberAmbiguous;
        }

        var whole = text[..point];
        var decimals = point < text.Length ? text[(point + 1)..] : [];
        if (decimals.ContainsAnyExceptInRange('0', '9') || !IsGrouped(whole))
        {
            return ValueMessages.NumberAmbiguous;
        }

        return Join(whole, decimals.TrimEnd('0'), out value);
    }

    /// <summary>Where the decimals begin; the end of the text when there are none, null when it can't be told.</summary>
    private static int? FindDecimals(ReadOnlySpan<char> text)
    {
        var (commas, points) = (text.Count(','), text.Count('.'));
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        var hasOther = text.ContainsAny(" '’");
        if (commas > 0 && points > 0)
        {
            var last = Math.Max(comma, point);
            return text[last..].ContainsAny(" '’") || text.Count(text[last]) > 1 ? null : last;
        }

        if (points == 1 || (commas == 1 && hasOther))
        {
            return Math.Max(comma, point);
        }

        return text.Length;
    }

    /// <summary>True without separators, and for groups of three by one separator, the first of one to three digits and not a zero.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var at = whole.IndexOfAnyExceptInRange('0', '9');
        if (at < 0)
        {
            return true;
        }

        var separator = whole[at];
        if (at is 0 or > 3 || whole[0] == '0')
        {
            return false;
        }

        for (; at < whole.Length; at += 4)
        {
            if (whole[at] != separator || at + 4 > whole.Length || whole.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }
        }

        return true;
    }

    private static MessageCode? Join(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, out decimal value)
    {
        value = 0;
        var digits = 0;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c) && (digits > 0 || c != '0') && ++digits + decimals.Length > MostDigits)
            {
                return decimals.Length > 4 ? ValueMessages.NumberTooPrecise : ValueMessages.NumberOutOfRange;
            }

            value = char.IsAsciiDigit(c) ? (value * 10) + (c - '0') : value;
        }

        if (decimals.Length > MostDigits)
        {
            return ValueMessages.NumberTooPrecise;
        }

        foreach (var c in decimals)
        {
            value = (value * 10) + (c - '0');
        }

        value = decimals.IsEmpty ? value : value * new decimal(1, 0, 0, false, (byte)decimals.Length);
        return null;
    }
}
