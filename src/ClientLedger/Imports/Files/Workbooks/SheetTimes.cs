using System.Buffers;
using System.Globalization;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>What a cell's format says of its number.</summary>
internal enum NumberKind
{
    Number,

    /// <summary>A day, a time of day, or both.</summary>
    Time,

    /// <summary>Elapsed hours or minutes, which may be more than a day.</summary>
    Elapsed,
}

/// <summary>Dates and times of spreadsheets: day numbers, and the formats by which they are known (ECMA-376 part 1, 18.8.30 and 18.17.4).</summary>
internal static class SheetTimes
{
    private static readonly SearchValues<char> ElapsedUnits = SearchValues.Create("hHmMsS");

    private const double LastSerial = 2958466;

    /// <summary>29 February 1900, which the 1900 date system counts though it never was.</summary>
    private const int SerialThatNeverWas = 60;

    /// <summary>The kind of a built-in format; 27 to 36 and 50 to 58 are the Chinese, Japanese and Korean dates.</summary>
    public static NumberKind KindOf(int format) => format switch
    {
        46 => NumberKind.Elapsed,
        (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => NumberKind.Time,
        _ => NumberKind.Number,
    };

    /// <summary>The kind of a format code, by its first section; quoted and escaped text doesn't count.</summary>
    public static NumberKind KindOf(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    return NumberKind.Number;
                case '"':
                    i = EndOf(code, '"', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = EndOf(code, ']', i);
                    var inside = code.AsSpan(i + 1, Math.Max(0, close - i - 1));
                    if (inside.Length > 0 && !inside.ContainsAnyExcept(ElapsedUnits))
                    {
                        return NumberKind.Elapsed;
                    }

                    i = close;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return NumberKind.Time;
                default:
                    break;
            }
        }

        return NumberKind.Number;
    }

    /// <summary>
    /// What a number stands for: a <see cref="DateTime"/>, to the millisecond; text for a time of day alone and for elapsed time; the number
    /// itself where it is no day.
    /// </summary>
    public static object ValueOf(double number, NumberKind kind, bool since1904)
    {
        if (kind == NumberKind.Number || !double.IsFinite(number) || Math.Abs(number) >= LastSerial)
        {
            return number;
        }

        if (kind == NumberKind.Elapsed)
        {
            var elapsed = TimeSpan.FromSeconds(Math.Round(number * 86_400));
            return TextOf(elapsed);
        }

        var milliseconds = Math.Round(number * 86_400_000);
        var day = (int)Math.Floor(milliseconds / 86_400_000);
        var time = TimeSpan.FromMilliseconds(milliseconds - (day * 86_400_000.0));
        if (since1904)
        {
            return number < 0 ? number : new DateTime(1904, 1, 1).AddDays(day).Add(time);
        }

        return day switch
        {
            < 0 => number,
            0 => TextOf(time),
            SerialThatNeverWas => number,
            < SerialThatNeverWas => new DateTime(1899, 12, 31).AddDays(day).Add(time),
            _ => new DateTime(1899, 12, 30).AddDays(day).Add(time),
        };
    }

    /// <summary>Hours, minutes and seconds, the hours going on after 24.</summary>
    public static string TextOf(TimeSpan time)
    {
        var sign = time < TimeSpan.Zero ? "-" : "";
        var positive = time.Duration();
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{(long)positive.TotalHours:00}:{positive.Minutes:00}:{positive.Seconds:00}");
    }

    private static int EndOf(string code, char close, int open)
    {
        var end = code.IndexOf(close, open + 1);
        return end < 0 ? code.Length : end;
    }
}
