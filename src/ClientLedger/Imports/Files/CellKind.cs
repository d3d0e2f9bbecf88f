using System.Globalization;
using System.Text.Json.Serialization;
using ClientLedger.Fields.Values;

namespace ClientLedger.Imports.Files;

/// <summary>What a column's cells look like.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellKind>))]
public enum CellKind
{
    Empty,
    Text,
    Number,
    Date,

    /// <summary>A date with a time of day.</summary>
    Moment,
    Boolean,
    Email,
    Phone,
}

/// <summary>Guesses what single cells hold.</summary>
internal static class CellKinds
{
    private const string SomeCountry = "CN";

    /// <summary>The kind of one cell; text is looked at as a person's eye would.</summary>
    public static CellKind Of(object? cell) => cell switch
    {
        null or CellError => CellKind.Empty,
        double => CellKind.Number,
        bool => CellKind.Boolean,
        DateTime { TimeOfDay.Ticks: 0 } => CellKind.Date,
        DateTime => CellKind.Moment,
        string text => OfText(text),
        _ => CellKind.Text,
    };

    /// <summary>A cell as text: numbers without exponent, dates and moments by ISO 8601.</summary>
    public static string? TextOf(object? cell) => cell switch
    {
        null => null,
        string text => text,
        double number => TextOf(number),
        bool flag => flag ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    /// <summary>Which part stands first in a date that ends with its year, where the numbers settle it; null where they don't.</summary>
    public static DayMonthOrder? OrderOf(string text)
    {
        Span<Range> parts = stackalloc Range[4];
        var day = text.AsSpan();
        day = day.IndexOf(' ') is > 0 and var space ? day[..space] : day;
        if (day.SplitAny(parts, "/-.") != 3 || day[parts[2]].Length != 4
            || !int.TryParse(day[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(day[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var second))
        {
            return null;
        }

        return first > 12 && second is >= 1 and <= 12 ? DayMonthOrder.DayFirst
            : second > 12 && first is >= 1 and <= 12 ? DayMonthOrder.MonthFirst
            : null;
    }

    private static string TextOf(double number) => Math.Abs(number) is >= 1e-7 and < 7e27
        ? ((decimal)number).ToString("0.#############################", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static CellKind OfText(string text)
    {
        if (text.Length > 60)
        {
            return CellKind.Text;
        }

        var trimmed = text.AsSpan().Trim();
        if (trimmed.Contains('@'))
        {
            return EmailAddresses.TryParse(trimmed, out _, out _) ? CellKind.Email : CellKind.Text;
        }

        if (IsBoolean(trimmed))
        {
            return CellKind.Boolean;
        }

        if (!trimmed.ContainsAnyInRange('0', '9'))
        {
            return CellKind.Text;
        }

        if (LooksLikePhone(trimmed))
        {
            return CellKind.Phone;
        }

        if (Moments.TryParse(trimmed, TimeZoneInfo.Utc, out var moment, out var refusal))
        {
            return moment.Year is < 1800 or > 2200 ? NumberOrText(trimmed) : moment.TimeOfDay == default ? CellKind.Date : CellKind.Moment;
        }

        return refusal.Code == ValueMessages.DateAmbiguous ? trimmed.Contains(':') ? CellKind.Moment : CellKind.Date
            : NumberOrText(trimmed);
    }

    private static CellKind NumberOrText(ReadOnlySpan<char> text)
    {
        // 00123 is a code, and so is what no number type could hold.
        var isCode = text is ['0', >= '0' and <= '9', ..] || text.Length > 18;
        return !isCode && (Amounts.TryParse(text, out _, out _, out var refusal) || refusal.Code == ValueMessages.NumberTooPrecise || refusal.Code == ValueMessages.NumberAmbiguous) ? CellKind.Number : CellKind.Text;
    }

    private static bool IsBoolean(ReadOnlySpan<char> text) => text.Length <= 5
        && (text is "是" or "否" or "有" or "无" || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase)
            || text.Equals("yes", StringComparison.OrdinalIgnoreCase) || text.Equals("no", StringComparison.OrdinalIgnoreCase));

    /// <summary>A Chinese mobile number, or digits with the signs that people put between those of phone numbers.</summary>
    private static bool LooksLikePhone(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && c is not (' ' or '-' or '+' or '(' or ')' or '（' or '）'))
            {
                return false;
            }
        }

        var isMobile = text.Length == 11 && text is ['1', >= '3', ..];
        var isSpelled = digits is >= 7 and <= 15 && (text[0] == '+' || text.ContainsAny("()（）") || (text[0] == '0' && text.Contains('-')) || text.Count('-') is 1 or 2);
        return (isMobile || isSpelled) && (PhoneNumbers.TryParse(text, SomeCountry, out _, out _) || text.ContainsAny("()（）"));
    }
}
