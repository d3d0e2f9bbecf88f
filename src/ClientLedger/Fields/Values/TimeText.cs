namespace ClientLedger.Fields.Values;

/// <summary>
/// Reads a time of day with an optional offset from UTC: 14:30, 14:30:05.123, 2:30 PM, 下午2:30, 14时30分, 上午9点,
/// 14:30Z, 14:30+08:00; also six digits without signs.
/// </summary>
internal ref struct TimeText(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private HalfDay half;

    private enum HalfDay
    {
        Unsaid,
        Morning,
        Noon,
        Afternoon,
        Night,
    }

    /// <summary>The time, up to and including 24:00, cut to milliseconds, and the offset if one is written. False when all of the text can't be read.</summary>
    public bool TryRead(out TimeSpan time, out TimeSpan? offset)
    {
        (time, offset) = (default, null);
        half = ReadHalf();
        if (!ReadClock(out var hour, out var minute, out var second, out var millisecond))
        {
            return false;
        }

        half = half == HalfDay.Unsaid ? ReadHalf() : half;
        if (!ReadOffset(out offset) || at < text.Length || !InFullDay(ref hour) || minute > 59 || second > 59)
        {
            return false;
        }

        time = new(0, hour, minute, second, millisecond);
        return time <= TimeSpan.FromDays(1);
    }

    private bool ReadClock(out int hour, out int minute, out int second, out int millisecond)
    {
        (minute, second, millisecond) = (0, 0, 0);
        var start = at;
        if (!ReadNumber(6, out hour))
        {
            return false;
        }

        if (at - start == 6)
        {
            (hour, minute, second) = (hour / 10000, hour / 100 % 100, hour % 100);
            return true;
        }

        if (at - start > 2)
        {
            return false;
        }

        if (Take('点') || Take('點') || Take('时') || Take('時'))
        {
            return ReadChineseRest(out minute, out second);
        }

        if (!Take(':'))
        {
            PassSpaces();
            return half != HalfDay.Unsaid || (at < text.Length && char.IsAsciiLetter(text[at]));
        }

        return ReadNumber(2, out minute) && (!Take(':') || (ReadNumber(2, out second) && ReadFraction(out millisecond)));
    }

    private bool ReadChineseRest(out int minute, out int second)
    {
        (minute, second) = (0, 0);
        if (Take('半'))
        {
            minute = 30;
            return true;
        }

        Take('整');
        if (at == text.Length || !char.IsAsciiDigit(text[at]))
        {
            return true;
        }

        return ReadNumber(2, out minute) && (!Take('分') || at == text.Length || !char.IsAsciiDigit(text[at]) || (ReadNumber(2, out second) && Take('秒')));
    }

    private bool ReadFraction(out int millisecond)
    {
        millisecond = 0;
        if (!Take('.') && !Take(','))
        {
            return true;
        }

        var start = at;
        for (var unit = 100; at < text.Length && char.IsAsciiDigit(text[at]); at++, unit /= 10)
        {
            millisecond += unit * (text[at] - '0');
        }

        return at > start;
    }

    private bool ReadOffset(out TimeSpan? offset)
    {
        offset = null;
        PassSpaces();
        if (Take('Z') || Take('z'))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var isWest = Take('-') || Take('−');
        if (!isWest && !Take('+'))
        {
            return true;
        }

        var start = at;
        if (!ReadNumber(4, out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (at - start > 2)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (Take(':') && !ReadNumber(2, out minutes))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (isWest ? -1 : 1);
        return minutes <= 59 && offset.Value.Duration() <= TimeSpan.FromHours(14);
    }

    /// <summary>Brings an hour of the twelve-hour clock into the day; false when the word and the hour contradict each other.</summary>
    private readonly bool InFullDay(ref int hour)
    {
        if (hour > 24)
        {
            return false;
        }

        switch (half)
        {
            case HalfDay.Morning:
                hour = hour == 12 ? 0 : hour;
                return hour < 12;
            case HalfDay.Noon:
                hour += hour <= 2 ? 12 : 0;
                return hour is >= 11 and <= 14;
            case HalfDay.Afternoon:
                hour += hour is > 0 and < 12 ? 12 : 0;
                return hour is >= 12 and < 24;
            case HalfDay.Night:
                hour += hour is >= 5 and < 12 ? 12 : 0;
                return hour is >= 17 and < 24;
            default:
                return true;
        }
    }

    private HalfDay ReadHalf()
    {
        PassSpaces();
        ReadOnlySpan<(string Word, HalfDay Half)> words =
        [
            ("上午", HalfDay.Morning), ("凌晨", HalfDay.Morning), ("早上", HalfDay.Morning), ("清晨", HalfDay.Morning), ("中午", HalfDay.Noon),
            ("下午", HalfDay.Afternoon), ("傍晚", HalfDay.Afternoon), ("晚上", HalfDay.Night), ("AM", HalfDay.Morning), ("A.M.", HalfDay.Morning),
            ("PM", HalfDay.Afternoon), ("P.M.", HalfDay.Afternoon),
        ];
        foreach (var (word, said) in words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                at += word.Length;
                PassSpaces();
                return said;
            }
        }

        return HalfDay.Unsaid;
    }

    private bool ReadNumber(int mostDigits, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < mostDigits && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at++] - '0');
        }

        return at > start;
    }

    private bool Take(char c)
    {
        var taken = at < text.Length && text[at] == c;
        at += taken ? 1 : 0;
        return taken;
    }

    private void PassSpaces()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
