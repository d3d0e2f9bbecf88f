using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>Shows values in error messages as the reference implementation does: cut short where they are long or deep.</summary>
internal static class Inspection
{
    private const int MostItems = 10;
    private const int DeepestShown = 1;
    private const string Escapes = "\"\\\b\f\n\r\t";
    private const string EscapeLetters = "\"\\bfnrt";

    public static string Show(JsonElement json) => Show(PlainValue.Of(json));

    public static string Show(object? value) => Printer.Cut(Show(value, 0));

    /// <summary>A number as JavaScript writes it.</summary>
    public static string Show(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            return "0";
        }

        // The fewest digits that give the number back, and how far they are shifted: 0.digits × 10^point.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        var written = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = written.TrimStart('0');
        var point = (pointAt < 0 ? mantissa.Length : pointAt) - (written.Length - significant.Length) + exponent;
        var digits = significant.TrimEnd('0');
        var text = point switch
        {
            > 21 or <= -6 => Exponential(digits, point - 1),
            <= 0 => "0." + new string('0', -point) + digits,
            _ when digits.Length <= point => digits.PadRight(point, '0'),
            _ => digits[..point] + "." + digits[point..],
        };
        return number < 0 ? "-" + text : text;
    }

    private static string Exponential(string digits, int exponent)
    {
        var text = new StringBuilder().Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)).ToString();
    }

    private static string Show(object? value, int depth) => value switch
    {
        null => "null",
        string text => ShowText(text),
        bool boolean => boolean ? "true" : "false",
        JsonElement json => Show(PlainValue.Of(json), depth),
        double number => Show(number),
        float number => Show((double)number),
        decimal number => Show((double)number),
        long number => Show((double)number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> fields => ShowFields(fields, depth),
        ICollection items => ShowItems(items, depth),
        byte or sbyte or short or ushort or uint or ulong or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => Convert.ToString(value, CultureInfo.InvariantCulture)!,

        // What the host's own classes say of themselves is for the host: a record tells all that it holds.
        _ => "[Object]",
    };

    /// <summary>A string as JavaScript writes it as JSON: of all beyond ASCII, only halves of surrogate pairs are escaped.</summary>
    private static string ShowText(string text)
    {
        var shown = new StringBuilder(text.Length + 2).Append('"');
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            var escape = Escapes.IndexOf(character, StringComparison.Ordinal);
            if (escape >= 0)
            {
                shown.Append('\\').Append(EscapeLetters[escape]);
            }
            else if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                shown.Append(character).Append(text[++at]);
            }
            else if (character < ' ' || char.IsSurrogate(character))
            {
                shown.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(character);
            }
        }

        return shown.Append('"').ToString();
    }

    private static string ShowFields(IReadOnlyDictionary<string, object?> fields, int depth) =>
        fields.Count == 0 ? "{}"
        : depth > DeepestShown ? "[Object]"
        : "{ " + string.Join(", ", fields.Select(field => $"{field.Key}: {Show(field.Value, depth + 1)}")) + " }";

    private static string ShowItems(ICollection items, int depth)
    {
        if (items.Count == 0)
        {
            return "[]";
        }

        if (depth > DeepestShown)
        {
            return "[Array]";
        }

        var shown = items.Cast<object?>().Take(MostItems).Select(item => Show(item, depth + 1)).ToList();
        if (items.Count > MostItems)
        {
            var more = items.Count - MostItems;
            shown.Add(more == 1 ? "... 1 more item" : $"... {more} more items");
        }

        return "[" + string.Join(", ", shown) + "]";
    }
}
