namespace ClientLedger.Help.Demo.Company;

/// <summary>
/// The three years up to the day on which the demo was begun. Days are counted from the first of them; the day of the beginning is number <see cref="Today"/>
/// and lies in the future of all that has happened. Everything is laid by this day, so that tasks are due and customers overdue whenever a demo is made, and the same
/// day makes the same records.
/// </summary>
internal sealed class DemoCalendar
{
    /// <summary>How busy the months are: little around the Spring Festival, much before Christmas.</summary>
    private static readonly int[] Months = [104, 58, 92, 95, 101, 106, 97, 94, 107, 111, 130, 124];

    private const int GrowthInPercent = 80;

    private readonly DateOnly first;
    private readonly TimeZoneInfo zone;

    // Sums of the days' weights up to each day, so that a day is drawn by a search.
    private readonly long[] trade;
    private readonly long[] home;

    public DemoCalendar(DateOnly today, TimeZoneInfo zone)
    {
        this.zone = zone;
        first = today.AddYears(-3);
        Today = today.DayNumber - first.DayNumber;
        trade = Sums(day => (long)Month(day) * TradeDay(Day(day)));
        home = Sums(day => (long)Month(day) * HomeDay(Day(day)));
    }

    /// <summary>Number of the day on which the demo was begun.</summary>
    public int Today { get; }

    /// <summary>The date of a day; days before the first and after today have one too.</summary>
    public DateOnly Day(int day) => first.AddDays(day);

    /// <summary>A moment of a day, by minutes of the company's clocks.</summary>
    public DateTime At(int day, int minute) =>
        TimeZoneInfo.ConvertTimeToUtc(Day(day).ToDateTime(TimeOnly.MinValue).AddMinutes(minute), zone);

    /// <summary>A moment at which an office works.</summary>
    public DateTime InOfficeHours(Dice dice, int day) => At(day, dice.Between(9 * 60, (17 * 60) + 45));

    /// <summary>A day from one to another, both included, busy days more often than quiet ones.</summary>
    public int Pick(Dice dice, bool isPerson, int from, int to)
    {
        var sums = isPerson ? home : trade;
        var before = from == 0 ? 0 : sums[from - 1];
        var found = Array.BinarySearch(sums, before + dice.BelowLong(sums[to] - before) + 1);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Different days from one to another, ascending; fewer when there aren't as many.</summary>
    public IReadOnlyList<int> PickDays(Dice dice, bool isPerson, int from, int to, int count)
    {
        var days = new SortedSet<int>();
        for (var wanted = Math.Min(count, to - from + 1); wanted > 0; wanted--)
        {
            var day = Pick(dice, isPerson, from, to);
            while (!days.Add(day))
            {
                day = day == to ? from : day + 1;
            }
        }

        return [.. days];
    }

    private static int TradeDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => 30,
        DayOfWeek.Sunday => 12,
        DayOfWeek.Monday => 118,
        _ => 100,
    };

    /// <summary>People order in the evening of any day, and on the two great days of the web shops.</summary>
    private static int HomeDay(DateOnly day) => day switch
    {
        { Month: 11, Day: >= 8 and <= 11 } => 420,
        { Month: 6, Day: >= 16 and <= 18 } => 300,
        { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday } => 135,
        _ => 100,
    };

    private int Month(int day) => Months[Day(day).Month - 1] * (100 + (GrowthInPercent * day / Today));

    private long[] Sums(Func<int, long> weight)
    {
        var sums = new long[Today];
        var sum = 0L;
        for (var day = 0; day < Today; day++)
        {
            sums[day] = sum += weight(day);
        }

        return sums;
    }
}
