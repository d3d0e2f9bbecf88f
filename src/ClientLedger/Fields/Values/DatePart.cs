namespace ClientLedger.Fields.Values;

/// <summary>What a part of a written date is said to be, by a sign beside it or by being a month's name.</summary>
internal enum DatePartKind
{
    Number,
    Year,
    Month,
    Day,
}

/// <summary>One part of a written date: its value and how many digits it was written with (4 for a year in full).</summary>
internal readonly record struct DatePart(int Value, int Digits, DatePartKind Kind)
{
    private const string Numerals = "〇一二三四五六七八九";

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The number of an English month's name or its usual abbreviation, or 0.</summary>
    public static int MonthNamed(ReadOnlySpan<char> word) => 1 + Array.FindIndex(Months, Begins(word.ToString()));

    /// <summary>True for an English weekday or its usual abbreviation.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => Array.Exists(Weekdays, Begins(word.ToString()));

    public static bool IsNumeral(char c) => c is '零' or '○' or '十' or '廿' or '卅' || Numerals.Contains(c, StringComparison.Ordinal);

    /// <summary>The value of Chinese numerals, digit by digit (二〇二四) or with tens (三十一, 廿三); -1 when they don't make a number.</summary>
    public static int ValueOf(ReadOnlySpan<char> numerals)
    {
        var tens = numerals.IndexOfAny('十', '廿', '卅');
        if (tens < 0)
        {
            var value = 0;
            foreach (var c in numerals)
            {
                value = (value * 10) + Digit(c);
            }

            return numerals.Length <= 4 ? value : -1;
        }

        var before = numerals[..tens];
        var after = numerals[(tens + 1)..];
        var isTen = numerals[tens] == '十';
        if (before.Length > (isTen ? 1 : 0) || after.Length > 1 || (after.Length == 1 && !IsUnit(after[0])) || (before.Length == 1 && !IsUnit(before[0])))
        {
            return -1;
        }

        var times = isTen ? (before.Length == 1 ? Digit(before[0]) : 1) : numerals[tens] == '廿' ? 2 : 3;
        return (times * 10) + (after.Length == 1 ? Digit(after[0]) : 0);
    }

    private static bool IsUnit(char c) => Numerals.IndexOf(c, StringComparison.Ordinal) > 0;

    private static int Digit(char c) => Math.Max(0, Numerals.IndexOf(c, StringComparison.Ordinal));

    private static Predicate<string> Begins(string word) => name =>
        word.Length >= 3 && (word.Length <= 5 || word.Length == name.Length) && name.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
