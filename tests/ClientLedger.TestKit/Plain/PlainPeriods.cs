using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Periods counted from today in the tenant's zone.</summary>
public static class PlainPeriods
{
    public static bool Holds(PlainSight sight, PeriodFilter filter, PlainRecord record)
    {
        var zone = sight.Scope.Settings.Zone;
        var (from, to) = Days(filter, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(sight.Now, zone).DateTime));
        return sight.Clear(record, filter.Field) switch
        {
            DateOnly date => date >= from && date < to,
            DateTime moment => DateIn(zone, moment) >= from && DateIn(zone, moment) < to,
            _ => false,
        };
    }

    /// <summary>The day in a zone on which a moment lies.</summary>
    public static DateOnly DateIn(TimeZoneInfo zone, DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));

    /// <summary>The first day of the period, and the first day after it.</summary>
    private static (DateOnly From, DateOnly To) Days(PeriodFilter filter, DateOnly today)
    {
        var start = StartOf(filter.Unit, today);
        return filter.Anchor switch
        {
            PeriodAnchor.This => (start, Add(filter.Unit, start, 1)),
            PeriodAnchor.Last => (Add(filter.Unit, start, 1 - filter.Count), Add(filter.Unit, start, 1)),
            PeriodAnchor.Next => (Add(filter.Unit, start, 1), Add(filter.Unit, start, 1 + filter.Count)),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Anchor, "An unknown anchor."),
        };
    }

    /// <summary>The first day of the unit in which a day lies.</summary>
    public static DateOnly StartOf(PeriodUnit unit, DateOnly day) => unit switch
    {
        PeriodUnit.Day => day,
        PeriodUnit.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        PeriodUnit.Month => new DateOnly(day.Year, day.Month, 1),
        PeriodUnit.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        PeriodUnit.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "An unknown unit."),
    };

    private static DateOnly Add(PeriodUnit unit, DateOnly start, int count) => unit switch
    {
        PeriodUnit.Day => start.AddDays(count),
        PeriodUnit.Week => start.AddDays(7 * count),
        PeriodUnit.Month => start.AddMonths(count),
        PeriodUnit.Quarter => start.AddMonths(3 * count),
        PeriodUnit.Year => start.AddYears(count),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "An unknown unit."),
    };
}
