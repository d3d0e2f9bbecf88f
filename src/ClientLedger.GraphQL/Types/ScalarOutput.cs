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
    public static double NumberIn(string text) =>
        text.Length > 0 && string.IsNullOrWhiteSpace(text) ? 0
        : double.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number
        : double.NaN;
}
