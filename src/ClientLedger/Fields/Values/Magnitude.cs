using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>The Chinese words that multiply a number: 百, 千, 万, 亿, alone or one behind the other (千万, 万亿).</summary>
internal static class Magnitude
{
    private const decimal Most = 10_000_000_000_000_000;

    /// <summary>Takes them off the front of what follows a number. One when there are none; null when they make no usual word.</summary>
    public static decimal? Take(ref ReadOnlySpan<char> text)
    {
        var times = 1m;
        var last = 0m;
        while (!text.IsEmpty && Of(text[0]) is { } each)
        {
            if (each <= last || times * each > Most)
            {
                return null;
            }

            (times, last) = (times * each, each);
            text = text[1..];
        }

        return times;
    }

    private static decimal? Of(char c) => c switch
    {
        '百' => 100,
        '千' => 1000,
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        _ => null,
    };

    /// <summary>Multiplies without loss, or says that the result is too large or was too precise to begin with.</summary>
    public static MessageCode? Multiply(ref decimal value, decimal times)
    {
        if (value is < -Numbers.Most or > Numbers.Most)
        {
            return ValueMessages.NumberOutOfRange;
        }

        value *= times;
        return Numbers.Keepable(value);
    }
}
