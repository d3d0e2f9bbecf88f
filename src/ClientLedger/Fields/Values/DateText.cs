using System.Buffers;
using System.Runtime.CompilerServices;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Reads a date from the beginning of a text that <see cref="TextCleaning.Line"/> has cleaned.</summary>
internal ref struct DateText(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    private readonly ReadOnlySpan<char> text = text;
    private Parts parts;
    private int count;
    private int at;

    /// <summary>What follows the date, without the space or the T between.</summary>
    public readonly ReadOnlySpan<char> Rest
    {
        get
        {
            var rest = text[at..].TrimStart(" ,");
            rest = rest is "." ? [] : rest;
            return rest is ['T' or 't', >= '0' and <= '9', ..] ? rest[1..] : rest;
        }
    }

    /// <summary>The date, or the refusal; of an ambiguous date it names both readings.</summary>
    public Refusal? Read(DayMonthOrder? order, ReadOnlySpan<char> original, out DateOnly date)
    {
        date = default;
        if (ReadCompact(out var year, out var month, out var day))
        {
            return Make(year, month, day, original, out date);
        }

        while (count < 3)
        {
            if (!ReadPart())
            {
                return Refusal.Of(WhatIsMissing(), ("value", ValueMessages.Shown(original)));
            }
        }

        PassWeekday();
        var code = DateArrangement.Of(parts, order, out year, out month, out day);
        if (code == ValueMessages.DateAmbiguous)
        {
            return Refusal.Of(code, ("value", ValueMessages.Shown(original)), ("first", Iso(year, month, day)), ("second", Iso(year, day, month)));
        }

        return code is null ? Make(year, month, day, original, out date) : Refusal.Of(code, ("value", ValueMessages.Shown(original)));
    }

    private static string Iso(int year, int month, int day) => $"{year:D4}-{month:D2}-{day:D2}";

    private static Refusal? Make(int year, int month, int day, ReadOnlySpan<char> original, out DateOnly date)
    {
        var exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new(year, month, day) : default;
        return exists ? null : Refusal.Of(ValueMessages.DateImpossible, ("value", ValueMessages.Shown(original)));
    }

    /// <summary>20240305, alone or with the digits of a time behind it.</summary>
    private bool ReadCompact(out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        if (digits is not (8 or 14))
        {
            return false;
        }

        (year, month, day) = (Number(text[..4]), Number(text[4..6]), Number(text[6..8]));
        at = 8;
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            value = (value * 10) + (c - '0');
        }

        return value;
    }

    private bool ReadPart()
    {
        PassSeparators();
        if (at == text.Length)
        {
            return false;
        }

        var start = at;
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            Pass(char.IsAsciiDigit);
            return at - start <= 4 && Add(Number(text[start..at]), at - start, KindAfter());
        }

        if (DatePart.IsNumeral(c))
        {
            Pass(DatePart.IsNumeral);
            var numerals = text[start..at];
            var (value, kind) = (DatePart.ValueOf(numerals), KindAfter());
            return value >= 0 && kind != DatePartKind.Number && Add(value, numerals.Length, kind);
        }

        if (!char.IsAsciiLetter(c))
        {
            return false;
        }

        Pass(char.IsAsciiLetter);
        var month = DatePart.MonthNamed(text[start..at]);
        return month > 0 ? Add(month, 2, DatePartKind.Month) : count == 0 && DatePart.IsWeekday(text[start..at]) && ReadPart();
    }

    private bool Add(int value, int digits, DatePartKind kind)
    {
        parts[count++] = new(value, digits, kind);
        return true;
    }

    /// <summary>The sign behind a number: 年, 月, 日, 号, or an English ordinal ending, which says that it is a day.</summary>
    private DatePartKind KindAfter()
    {
        var sign = at + 1 < text.Length && text[at] == ' ' ? at + 1 : at;
        var kind = sign == text.Length ? DatePartKind.Number : text[sign] switch
        {
            '年' => DatePartKind.Year,
            '月' => DatePartKind.Month,
            '日' or '号' or '號' => DatePartKind.Day,
            _ => DatePartKind.Number,
        };
        if (kind != DatePartKind.Number)
        {
            at = sign + 1;
            return kind;
        }

        var start = at;
        Pass(char.IsAsciiLetter);
        var isOrdinal = text[start..at] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH";
        at = isOrdinal ? at : start;
        return isOrdinal ? DatePartKind.Day : DatePartKind.Number;
    }

    private void Pass(Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }
    }

    private void PassSeparators() => Pass(c => c is ' ' or '-' or '/' or '.' or ',');

    /// <summary>A Chinese or English weekday behind the date, with or without brackets, says nothing new.</summary>
    private void PassWeekday()
    {
        var start = at;
        Pass(c => c is ' ' or ',' or '(');
        var rest = text[at..];
        var length = rest.StartsWith("星期") || rest.StartsWith("礼拜") ? 3 : rest.StartsWith("周") ? 2 : 0;
        if (length == 0)
        {
            while (length < rest.Length && char.IsAsciiLetter(rest[length]))
            {
                length++;
            }

            length = DatePart.IsWeekday(rest[..length]) ? length : 0;
        }

        if (length == 0 || length > rest.Length)
        {
            at = start;
            return;
        }

        at += length;
        at += at < text.Length && text[at] == ')' ? 1 : 0;
    }

    private readonly MessageCode WhatIsMissing()
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var isNumber = !text.ContainsAnyExcept(DigitsAndPoint);
        if (isNumber && (digits < 0 ? text.Length : digits) == 5)
        {
            return ValueMessages.DateSerial;
        }

        return at == text.Length && count > 0 ? ValueMessages.DateIncomplete : ValueMessages.DateUnreadable;
    }

    [InlineArray(3)]
    private struct Parts
    {
        private DatePart part;
    }
}
