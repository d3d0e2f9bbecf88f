using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Calendar dates of the years 1 to 9999, in any usual Chinese or English spelling.</summary>
public static class Dates
{
    private const int LastSerial = 2958465;
    private const int LastSerial1904 = 2957003;

    /// <summary>The day that the 1900 date system of spreadsheets counts though it never was: 29 February 1900.</summary>
    private const int SerialThatNeverWas = 60;

    /// <summary>
    /// Reads a date: year first (2024-03-05, 2024/3/5, 20240305, 2024年3月5日, 二〇二四年三月五日), with a month's name
    /// (5 Mar 2024, March 5, 2024), or year last. A time is allowed only if it is midnight. Years of two digits, and day and
    /// month that may be swapped, are refused with a question.
    /// </summary>
    /// <param name="text">The date as it was written.</param>
    /// <param name="date">The date.</param>
    /// <param name="refusal">Why it can't be taken.</param>
    /// <param name="order">What stands first where the year stands last; null asks whenever both readings are dates.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, out DateOnly date, [NotNullWhen(false)] out Refusal? refusal, DayMonthOrder? order = null)
    {
        if (text.Length == 10 && text[4] == '-' && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            refusal = null;
            return true;
        }

        var reader = new DateText(TextCleaning.LineOf(text));
        refusal = reader.Read(order, text, out date);
        if (refusal is null && !reader.Rest.IsEmpty)
        {
            var isTime = new TimeText(reader.Rest).TryRead(out var time, out var offset);
            refusal = !isTime ? Refusal.Of(ValueMessages.DateUnreadable, ("value", ValueMessages.Shown(text)))
                : time != default || offset is not null ? Refusal.Of(ValueMessages.DateHoldsTime, ("value", ValueMessages.Shown(text)))
                : null;
        }

        return refusal is null;
    }

    /// <summary>
    /// Reads a spreadsheet's day number, for callers that know the column to hold them: 45356 is 2024-03-05. The 1900 system
    /// counts 1900-01-01 as 1 and a 29 February 1900, which is refused; the 1904 system counts 1904-01-01 as 0.
    /// </summary>
    public static bool TryParseSerial(ReadOnlySpan<char> text, bool since1904, out DateOnly date, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (!TryReadSerial(text, since1904, out var moment, out refusal))
        {
            date = default;
            return false;
        }

        date = DateOnly.FromDateTime(moment);
        refusal = moment.TimeOfDay == default ? null : Refusal.Of(ValueMessages.DateHoldsTime, ("value", ValueMessages.Shown(text)));
        return refusal is null;
    }

    /// <summary>The local date and time of a day number with its fraction, rounded to the nearest millisecond.</summary>
    internal static bool TryReadSerial(ReadOnlySpan<char> text, bool since1904, out DateTime moment, [NotNullWhen(false)] out Refusal? refusal)
    {
        const double dayInMilliseconds = 86_400_000;
        var (least, most) = since1904 ? (0, LastSerial1904) : (1, LastSerial);
        var read = double.TryParse(TextCleaning.LineOf(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial);
        var milliseconds = Math.Round(serial * dayInMilliseconds);
        var day = Math.Floor(milliseconds / dayInMilliseconds);
        if (!read || !(day >= least && day <= most) || (!since1904 && day == SerialThatNeverWas))
        {
            moment = default;
            refusal = Refusal.Of(ValueMessages.DateSerialOutOfRange, ("value", ValueMessages.Shown(text)), ("least", least), ("most", most));
            return false;
        }

        var dayZero = since1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, day < SerialThatNeverWas ? 31 : 30);
        moment = dayZero.AddDays(day).AddMilliseconds(milliseconds - (day * dayInMilliseconds));
        refusal = null;
        return true;
    }
}
