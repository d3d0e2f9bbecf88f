using System.Globalization;
using System.Text.Json;

namespace ClientLedger.GraphQL.Types.Scalars;

/// <summary>Numbers that JavaScript's can't hold. Clients may give them as strings, so that no digit is lost on the way.</summary>
internal static class NumberCoercion
{
    private const int MostDigits = 28;

    public static decimal ParseDecimal(RawValue value) =>
        IsNumber(value, orFraction: true) && TryReadDecimal(value.Text!, out var number)
            ? number
            : throw ScalarRefusal.Input("Decimal", value, $"a number of at most {MostDigits} digits, such as 12.50 or \"12.50\"");

    public static decimal SerializeDecimal(object value)
    {
        return ScalarOutput.Plain(value) switch
        {
            decimal number => number,
            int number => number,
            long number => number,
            double number when double.Abs(number) < (double)decimal.MaxValue => (decimal)number,
            string text when TryReadDecimal(text, out var number) => number,
            _ => throw ScalarRefusal.Output("Decimal", value),
        };
    }

    public static long ParseLong(RawValue value) =>
        IsNumber(value, orFraction: false) && TryReadLong(value.Text!, out var number)
            ? number
            : throw ScalarRefusal.Input("Long", value, "a whole number of 64 bits, such as 12 or \"12\"");

    public static long SerializeLong(object value) => value is JsonElement { ValueKind: JsonValueKind.Number } json && json.TryGetInt64(out var given)
        ? given
        : ScalarOutput.Plain(value) switch
        {
            int number => number,
            long number => number,
            decimal number when decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue => (long)number,
            string text when TryReadLong(text, out var number) => number,
            _ => throw ScalarRefusal.Output("Long", value),
        };

    private static bool IsNumber(RawValue value, bool orFraction) =>
        value.Kind is RawValueKind.Int or RawValueKind.String || (orFraction && value.Kind == RawValueKind.Float);

    private static bool TryReadLong(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Refuses what would be rounded: more digits than a decimal has, or more places.</summary>
    private static bool TryReadDecimal(string text, out decimal number)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text.AsSpan(0, exponentAt);
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.');
        var places = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        var digits = mantissa.TrimStart("+-0.");
        return places <= MostDigits && digits.Length - digits.Count('.') <= MostDigits;
    }
}
