using System.Globalization;
using System.Text.Json;

namespace ClientLedger.GraphQL.Types.Scalars;

/// <summary>Points in time and days, as RFC 3339 writes them.</summary>
internal static class TimeCoercion
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string DateTimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static DateTimeOffset ParseDateTime(RawValue value) =>
        value.Kind == RawValueKind.String && TryReadDateTime(value.Text!, out var time)
            ? time
            : throw ScalarRefusal.Input("DateTime", value, "a date, a time and an offset, such as \"2025-01-31T08:00:00Z\"");

    public static DateTimeOffset SerializeDateTime(object value) => value switch
    {
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Unspecified } time => new DateTimeOffset(time, TimeSpan.Zero),
        DateTime time => new DateTimeOffset(time),
        string text when TryReadDateTime(text, out var time) => time,
        JsonElement { ValueKind: JsonValueKind.String } json when TryReadDateTime(json.GetString()!, out var time) => time,
        _ => throw ScalarRefusal.Output("DateTime", value),
    };

    public static DateOnly ParseDate(RawValue value) =>
        value.Kind == RawValueKind.String && TryReadDate(value.Text!, out var date)
            ? date
            : throw ScalarRefusal.Input("Date", value, "a day, such as \"2025-01-31\"");

    public static DateOnly SerializeDate(object value) => value switch
    {
        DateOnly date => date,
        DateTime time => DateOnly.FromDateTime(time),
        string text when TryReadDate(text, out var date) => date,
        JsonElement { ValueKind: JsonValueKind.String } json when TryReadDate(json.GetString()!, out var date) => date,
        _ => throw ScalarRefusal.Output("Date", value),
    };

    private static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>The format lets the offset be missing; here it must be there, or nobody knows which point in time is meant.</summary>
    private static bool TryReadDateTime(string text, out DateTimeOffset time)
    {
        time = default;
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(text, DateTimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
