using System.Diagnostics.CodeAnalysis;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Points in time, kept in UTC to the millisecond, written in a time zone or with an offset.</summary>
public static class Moments
{
    /// <summary>
    /// Reads a date as <see cref="Dates"/> does, with an optional time: 14:30, 14:30:05.123, 2:30 PM, 下午2:30, 14时30分, or ISO
    /// 8601 with Z or an offset. Finer parts than milliseconds are cut off. A time that the zone's clocks skip is refused; of
    /// one that they show twice the first is taken; a date alone is the day's beginning.
    /// </summary>
    /// <param name="text">The moment as it was written.</param>
    /// <param name="zone">The zone of a text without offset.</param>
    /// <param name="utc">The moment, of kind UTC.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    /// <param name="order">What stands first where the year stands last; null asks whenever both readings are dates.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTime utc, [NotNullWhen(false)] out Refusal? refusal, DayMonthOrder? order = null)
    {
        utc = default;
        var reader = new DateText(TextCleaning.LineOf(text));
        refusal = reader.Read(order, text, out var date);
        if (refusal is not null)
        {
            return false;
        }

        var (time, offset) = (TimeSpan.Zero, (TimeSpan?)null);
        var isWholeDay = reader.Rest.IsEmpty;
        if (!isWholeDay && !new TimeText(reader.Rest).TryRead(out time, out offset))
        {
            refusal = Refusal.Of(ValueMessages.MomentUnreadable, ("value", ValueMessages.Shown(text)));
            return false;
        }

        refusal = InUtc(date.ToDateTime(TimeOnly.MinValue).Ticks + time.Ticks, offset, zone, isWholeDay, text, out utc);
        return refusal is null;
    }

    /// <summary>Reads a spreadsheet's day number with the time as its fraction, as <see cref="Dates.TryParseSerial"/> does the day.</summary>
    public static bool TryParseSerial(
        ReadOnlySpan<char> text, bool since1904, TimeZoneInfo zone, out DateTime utc, [NotNullWhen(false)] out Refusal? refusal)
    {
        utc = default;
        if (Dates.TryReadSerial(text, since1904, out var local, out refusal))
        {
            refusal = InUtc(local.Ticks, null, zone, local.TimeOfDay == default, text, out utc);
        }

        return refusal is null;
    }

    private static Refusal? InUtc(long ticks, TimeSpan? offset, TimeZoneInfo zone, bool isWholeDay, ReadOnlySpan<char> original, out DateTime utc)
    {
        utc = default;
        if (ticks > DateTime.MaxValue.Ticks)
        {
            return Refusal.Of(ValueMessages.MomentOutOfRange, ("value", ValueMessages.Shown(original)));
        }

        var local = new DateTime(ticks, DateTimeKind.Unspecified);
        if (offset is null && zone.IsInvalidTime(local))
        {
            if (!isWholeDay)
            {
                return Refusal.Of(ValueMessages.MomentSkipped, ("value", ValueMessages.Shown(original)), ("zone", zone.Id));
            }

            local = AfterGap(local, zone);
        }

        var universal = local.Ticks - (offset ?? OffsetOf(local, zone)).Ticks;
        if (universal < DateTime.MinValue.Ticks || universal > DateTime.MaxValue.Ticks)
        {
            return Refusal.Of(ValueMessages.MomentOutOfRange, ("value", ValueMessages.Shown(original)));
        }

        utc = new(universal, DateTimeKind.Utc);
        return null;
    }

    /// <summary>Of a local time that is shown twice, the first has the greater offset.</summary>
    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

    /// <summary>Where clocks are put forward at midnight the day begins later; gaps end on a whole minute.</summary>
    private static DateTime AfterGap(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }
}
