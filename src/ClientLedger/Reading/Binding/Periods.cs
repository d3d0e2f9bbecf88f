namespace ClientLedger.Reading.Binding;

/// <summary>Periods counted from today, as days of a tenant's zone.</summary>
internal static class Periods
{
    /// <summary>Most units that a period spans.</summary>
    public const int MostUnits = 1000;

    /// <summary>The day in a zone.</summary>
    public static DateOnly Today(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>The first day, and the first day after; at the ends of the calendar the period is cut.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(PeriodFilter period, DateOnly today)
    {
        var unit = period.Unit switch
        {
            PeriodUnit.Week => today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
            PeriodUnit.Month => new DateOnly(today.Year, today.Month, 1),
            PeriodUnit.Quarter => new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1),
            PeriodUnit.Year => new DateOnly(today.Year, 1, 1),
            _ => today,
        };
        return period.Anchor == PeriodAnchor.Next
            ? (Move(unit, period.Unit, 1), Move(unit, period.Unit, period.Count + 1))
            : (Move(unit, period.Unit, 1 - period.Count), Move(unit, period.Unit, 1));
    }

    /// <summary>The moment at which a day begins in a zone; where midnight is skipped, the moment of the skip.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    private static DateOnly Move(DateOnly from, PeriodUnit unit, int count)
    {
        var months = unit switch
        {
            PeriodUnit.Month => 1,
            PeriodUnit.Quarter => 3,
            PeriodUnit.Year => 12,
            _ => 0,
        };
        if (months == 0)
        {
            var day = from.DayNumber + ((unit == PeriodUnit.Week ? 7L : 1L) * count);
            return DateOnly.FromDayNumber((int)Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
        }

        var moved = (from.Year * 12L) + from.Month - 1 + ((long)months * count);
        return moved < 12 ? DateOnly.MinValue : moved >= 10_000 * 12 ? DateOnly.MaxValue : new DateOnly((int)(moved / 12), (int)(moved % 12) + 1, 1);
    }
}
