using System.Data.Common;
using System.Globalization;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>The value of an order's key on one row, kept without boxing until it is known whether a cursor is made of it.</summary>
internal readonly record struct KeyValue(StoreKind Kind, bool IsNull, long Number, string? Text)
{
    public static KeyValue Read(DbDataReader reader, int column, StoreKind kind, bool timesAreText)
    {
        if (reader.IsDBNull(column))
        {
            return new KeyValue(kind, IsNull: true, 0, null);
        }

        return kind switch
        {
            StoreKind.Int64 => new(kind, false, reader.GetInt64(column), null),
            StoreKind.Boolean => new(kind, false, reader.GetBoolean(column) ? 1 : 0, null),
            StoreKind.Date or StoreKind.Moment when timesAreText => new(kind, false, 0, reader.GetString(column)),
            StoreKind.Date => new(kind, false, reader.GetFieldValue<DateOnly>(column).DayNumber, null),
            StoreKind.Moment => new(kind, false, reader.GetDateTime(column).Ticks, null),
            _ => new(kind, false, 0, reader.GetString(column)),
        };
    }

    /// <summary>The value as a cursor seals it.</summary>
    public object? ToObject() => Kind switch
    {
        _ when IsNull => null,
        StoreKind.Int64 => Number,
        StoreKind.Boolean => Number != 0,
        StoreKind.Date => Text is null ? DateOnly.FromDayNumber((int)Number) : DateOnly.ParseExact(Text, StoredJson.DateFormat, CultureInfo.InvariantCulture),
        StoreKind.Moment => Text is null ? new DateTime(Number, DateTimeKind.Utc) : MomentOf(Text),
        _ => Text,
    };

    private static DateTime MomentOf(string text) => DateTime.ParseExact(
        text, StoredJson.MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
