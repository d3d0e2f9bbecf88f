using System.Globalization;
using System.Text.Json;

namespace ClientLedger.GraphQL.Types;

/// <summary>Brings what resolvers give to few types, before a scalar takes it.</summary>
internal static class ScalarOutput
{
    /// <summary>Small and unusual numbers become <see cref="int"/>, <see cref="long"/> or <see cref="double"/>, JSON what it stands for; anything else stays.</summary>
    public static object? Plain(object value) => value switch
    {
        JsonElement json => PlainValue.Of(json),
        float number => (double)number,
        byte or sbyte or short or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint number => (long)number,
        ulong number => number <= long.MaxValue ? (long)number : (double)number,
        _ => value,
    };

    /// <summary>The number that a text stands for as JavaScript reads it, or NaN.</summary>
    public static double NumberIn(string text)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var written = text.AsSpan().Trim();
        if (written is ['0', 'x' or 'X' or 'o' or 'O' or 'b' or 'B', .. var digits])
        {
            return NumberIn(digits, written[1] is 'x' or 'X' ? 16 : written[1] is 'o' or 'O' ? 8 : 2);
        }

        return written.IsEmpty ? (text.Length > 0 ? 0 : double.NaN)
            : !written.Contains('\0') && double.TryParse(written, style, CultureInfo.InvariantCulture, out var number) ? number
            : double.NaN;
    }

    private static double NumberIn(ReadOnlySpan<char> digits, int radix)
    {
        var number = digits.IsEmpty ? double.NaN : 0;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            number = value < radix ? (number * radix) + value : double.NaN;
        }

        return number;
    }
}
