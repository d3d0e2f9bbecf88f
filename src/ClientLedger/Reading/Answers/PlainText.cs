using System.Buffers.Text;
using System.Text.Json;

namespace ClientLedger.Reading.Answers;

/// <summary>Numbers and times as answers show them, written without a string.</summary>
internal static class PlainText
{
    /// <summary>A number of ten-thousandths, without trailing zeros.</summary>
    public static void WriteTenThousandths(Utf8JsonWriter writer, long stored)
    {
        Span<byte> text = stackalloc byte[24];
        var negative = stored < 0;
        var magnitude = negative ? (ulong)(-(stored + 1)) + 1 : (ulong)stored;
        var (whole, rest) = Math.DivRem(magnitude, 10_000UL);
        var start = 0;
        if (negative)
        {
            text[start++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, text[start..], out var written);
        var end = start + written;
        if (rest != 0)
        {
            text[end++] = (byte)'.';
            for (var unit = 1000UL; rest != 0; unit /= 10)
            {
                text[end++] = (byte)('0' + (rest / unit));
                rest %= unit;
            }
        }

        writer.WriteRawValue(text[..end], skipInputValidation: true);
    }

    /// <summary>A day: <c>2024-03-05</c>.</summary>
    public static void Write(Utf8JsonWriter writer, DateOnly date)
    {
        Span<byte> text = stackalloc byte[10];
        WriteDay(text, date.Year, date.Month, date.Day);
        writer.WriteStringValue(text);
    }

    /// <summary>A moment in UTC: <c>2024-03-05T06:30:00.000Z</c>.</summary>
    public static void Write(Utf8JsonWriter writer, DateTime moment)
    {
        Span<byte> text = stackalloc byte[24];
        WriteDay(text, moment.Year, moment.Month, moment.Day);
        text[10] = (byte)'T';
        Digits(text[11..13], moment.Hour);
        text[13] = (byte)':';
        Digits(text[14..16], moment.Minute);
        text[16] = (byte)':';
        Digits(text[17..19], moment.Second);
        text[19] = (byte)'.';
        Digits(text[20..23], moment.Millisecond);
        text[23] = (byte)'Z';
        writer.WriteStringValue(text);
    }

    private static void WriteDay(Span<byte> text, int year, int month, int day)
    {
        Digits(text[..4], year);
        text[4] = (byte)'-';
        Digits(text[5..7], month);
        text[7] = (byte)'-';
        Digits(text[8..10], day);
    }

    private static void Digits(Span<byte> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
