using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Decides which part of a written date is the year, the month and the day.</summary>
internal static class DateArrangement
{
    /// <summary>
    /// Arranges three parts. Null when the date is settled; <see cref="ValueMessages.DateAmbiguous"/> when day and month may be
    /// swapped, with the reading that has the day first in <paramref name="month"/> and <paramref name="day"/>.
    /// </summary>
    public static MessageCode? Of(ReadOnlySpan<DatePart> parts, DayMonthOrder? order, out int year, out int month, out int day)
    {
        (year, month, day) = (-1, -1, -1);
        Span<int> open = stackalloc int[3];
        var opened = 0;
        var yearAt = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            var (value, digits, kind) = parts[i];
            if (kind == DatePartKind.Year || (kind == DatePartKind.Number && digits > 2))
            {
                if (year >= 0 || digits != 4)
                {
                    return digits == 2 ? ValueMessages.DateShortYear : ValueMessages.DateUnreadable;
                }

                (year, yearAt) = (value, i);
            }
            else if (kind == DatePartKind.Number)
            {
                open[opened++] = value;
            }
            else if (!Place(ref kind == DatePartKind.Month ? ref month : ref day, value))
            {
                return ValueMessages.DateUnreadable;
            }
        }

        if (year < 0)
        {
            return opened > 0 ? ValueMessages.DateShortYear : ValueMessages.DateUnreadable;
        }

        return opened == 2 ? Settle(open[0], open[1], yearAt, order, out month, out day) : Fill(open[..opened], ref month, ref day);
    }

    private static bool Place(ref int slot, int value)
    {
        var free = slot < 0;
        slot = free ? value : slot;
        return free;
    }

    /// <summary>The one number without a sign is what is still missing.</summary>
    private static MessageCode? Fill(ReadOnlySpan<int> open, ref int month, ref int day)
    {
        if (open.Length == 1)
        {
            _ = month < 0 ? month = open[0] : day = open[0];
        }

        return month < 0 || day < 0 ? ValueMessages.DateUnreadable : null;
    }

    private static MessageCode? Settle(int one, int other, int yearAt, DayMonthOrder? order, out int month, out int day)
    {
        (month, day) = (one, other);
        if (yearAt == 0)
        {
            return null;
        }

        if (yearAt == 1)
        {
            return ValueMessages.DateUnreadable;
        }

        var dayFirst = one > 12 || (other <= 12 && order != DayMonthOrder.MonthFirst);
        (month, day) = dayFirst ? (other, one) : (one, other);
        return one > 12 || other > 12 || one == other || order is not null ? null : ValueMessages.DateAmbiguous;
    }
}
