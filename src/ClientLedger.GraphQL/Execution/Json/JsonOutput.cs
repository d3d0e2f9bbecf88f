using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace ClientLedger.GraphQL.Execution.Json;

/// <summary>Writes JSON (RFC 8259) as UTF-8: compact, and escaped only where it must be.</summary>
internal static class JsonOutput
{
    /// <summary>A UTF-16 code unit becomes three bytes at most; an escape has six.</summary>
    private const int MostBytesPerCharacter = 3, MostBytesPerEscape = 6, MostBytesPerNumber = 64;

    private const double MostThousandths = 1e15;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    public static void WriteNull(this PooledBuffer output) => output.Write("null"u8);

    public static void WriteBoolean(this PooledBuffer output, bool value) => output.Write(value ? "true"u8 : "false"u8);

    /// <summary>A number, or null for one that JSON can't say; zero has no sign.</summary>
    public static void WriteNumber(this PooledBuffer output, double value)
    {
        // Amounts and the like have few decimals: as whole thousandths they are written in a fraction of the time. No other number of so few digits is the same double, so the text is the shortest one.
        var thousandths = Math.Round(value * 1000);
        if (Math.Abs(thousandths) < MostThousandths && thousandths / 1000 == value)
        {
            WriteThousandths(output, (long)thousandths);
        }
        else if (double.IsFinite(value))
        {
            Format(output, value, default);
        }
        else
        {
            output.WriteNull();
        }
    }

    public static void WriteNumber<T>(this PooledBuffer output, T value)
        where T : IUtf8SpanFormattable => Format(output, value, default);

    /// <summary>A value's invariant text in quotes; it must not need escapes.</summary>
    public static void WriteQuoted<T>(this PooledBuffer output, T value, string format)
        where T : IUtf8SpanFormattable
    {
        output.WriteByte((byte)'"');
        Format(output, value, format);
        output.WriteByte((byte)'"');
    }

    public static void WriteString(this PooledBuffer output, ReadOnlySpan<char> text)
    {
        // Most texts need neither escapes nor more than a byte for each character: they are copied in one go.
        var span = output.GetSpan(text.Length + 2);
        span[0] = (byte)'"';
        var copied = AsciiText.Copy(text, span[1..]);
        if (copied == text.Length)
        {
            span[copied + 1] = (byte)'"';
            output.Advance(copied + 2);
            return;
        }

        output.Advance(copied + 1);
        WriteRest(output, text[copied..]);
        output.WriteByte((byte)'"');
    }

    /// <summary>The bytes of <c>"name":</c>.</summary>
    public static void WriteName(this PooledBuffer output, string name)
    {
        output.WriteString(name);
        output.WriteByte((byte)':');
    }

    /// <summary>A string as it stands in JSON, with its quotes.</summary>
    public static byte[] Encode(string text)
    {
        using var buffer = new PooledBuffer(int.MaxValue);
        buffer.WriteString(text);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteThousandths(PooledBuffer output, long thousandths)
    {
        if (thousandths < 0)
        {
            output.WriteByte((byte)'-');
        }

        var (whole, rest) = Math.DivRem(Math.Abs(thousandths), 1000);
        Format(output, whole, default);
        if (rest > 0)
        {
            output.WriteByte((byte)'.');
            for (var unit = 100; rest > 0; unit /= 10)
            {
                output.WriteByte((byte)('0' + (rest / unit)));
                rest %= unit;
            }
        }
    }

    private static void WriteRest(PooledBuffer output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var plain = text.IndexOfAny(Escaped);
            WritePlain(output, plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                break;
            }

            WriteEscape(output, text[plain]);
            text = text[(plain + 1)..];
        }
    }

    private static void WritePlain(PooledBuffer output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // Long texts go in pieces: three bytes a character are three times too many for most.
            var span = output.GetSpan(Math.Min(text.Length, 4096) * MostBytesPerCharacter);
            var status = Utf8.FromUtf16(text, span, out var read, out var written, replaceInvalidSequences: false);
            output.Advance(written);
            text = text[read..];
            if (status == OperationStatus.InvalidData)
            {
                // Half of a surrogate pair has no UTF-8.
                WriteCodeUnit(output, text[0]);
                text = text[1..];
            }
        }
    }

    private static void WriteEscape(PooledBuffer output, char character)
    {
        switch (character)
        {
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            case '\b':
                output.Write("\\b"u8);
                break;
            case '\f':
                output.Write("\\f"u8);
                break;
            default:
                WriteCodeUnit(output, character);
                break;
        }
    }

    private static void WriteCodeUnit(PooledBuffer output, char character)
    {
        var span = output.GetSpan(MostBytesPerEscape);
        "\\u"u8.CopyTo(span);
        ((int)character).TryFormat(span[2..], out _, "x4", CultureInfo.InvariantCulture);
        output.Advance(MostBytesPerEscape);
    }

    private static void Format<T>(PooledBuffer output, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        var size = MostBytesPerNumber;
        int written;
        while (!value.TryFormat(output.GetSpan(size), out written, format, CultureInfo.InvariantCulture))
        {
            size *= 2;
        }

        output.Advance(written);
    }
}
