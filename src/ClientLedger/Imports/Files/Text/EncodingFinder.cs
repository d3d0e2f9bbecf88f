using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Text;

/// <summary>
/// Finds the encoding of a text by its bytes: a byte order mark, zero bytes at every other place (UTF-16 and UTF-32 without a mark), validity
/// as UTF-8 of the whole file, and else the frequency of pairs and letters (<see cref="LegacyEncodings"/>).
/// </summary>
internal static class EncodingFinder
{
    private const int ChunkBytes = 1 << 16;
    private const int SampleBytes = 1 << 18;

    /// <summary>One broken sequence in so many good ones is taken for a damaged character, not for another encoding.</summary>
    private const int GoodPerBroken = 20;

    /// <summary>Name of the encoding; the stream is read from its start to as far as needed.</summary>
    /// <exception cref="RefusedException">It can't be told.</exception>
    public static string Find(Stream stream, string fileName)
    {
        stream.Position = 0;
        var head = new byte[SampleBytes];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var start = head.AsSpan(0, length);
        if ((ByMark(start) ?? ByZeros(start)) is { } unicode)
        {
            return unicode;
        }

        if (FileSignature.IsBinary(start))
        {
            throw new RefusedException(Refusal.Of(FileMessages.NotATable, ("name", fileName), ("kind", FileSignature.Bytes)));
        }

        return WhereNotUtf8(stream, start) is not { } sample ? "utf-8"
            : LegacyEncodings.Find(sample) ?? throw new RefusedException(Refusal.Of(FileMessages.EncodingUnclear, ("name", fileName)));
    }

    private static string? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, 0, 0, ..] => "utf-32",
        [0, 0, 0xFE, 0xFF, ..] => "utf-32BE",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        [0x84, 0x31, 0x95, 0x33, ..] => "gb18030",
        _ => null,
    };

    /// <summary>Text without a mark in units of two or four bytes: delimiters, digits and line ends have zeros at one place of the unit alone.</summary>
    private static string? ByZeros(ReadOnlySpan<byte> head)
    {
        Span<int> zeros = stackalloc int[4];
        var units = head.Length / 4;
        for (var i = 0; i < units * 4; i++)
        {
            zeros[i & 3] += head[i] == 0 ? 1 : 0;
        }

        if (units >= 2 && zeros[3] == units && zeros[2] * 20 >= units * 19 && IsText(head, 4, bigEndian: false))
        {
            return "utf-32";
        }

        if (units >= 2 && zeros[0] == units && zeros[1] * 20 >= units * 19 && IsText(head, 4, bigEndian: true))
        {
            return "utf-32BE";
        }

        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        var enough = Math.Max(1, units / 25);
        return odd >= enough && odd > even * 8 && IsText(head, 2, bigEndian: false) ? "utf-16"
            : even >= enough && even > odd * 8 && IsText(head, 2, bigEndian: true) ? "utf-16BE"
            : null;
    }

    /// <summary>Whether at least nineteen of twenty units are characters that a table may hold.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes, int width, bool bigEndian)
    {
        var (good, all) = (0, 0);
        for (var i = 0; i + width <= bytes.Length; i += width)
        {
            var unit = width == 4
                ? bigEndian ? BinaryPrimitives.ReadInt32BigEndian(bytes[i..]) : BinaryPrimitives.ReadInt32LittleEndian(bytes[i..])
                : bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..]);
            all++;
            good += width == 4 ? (unit is '\t' or '\n' or '\r' or (>= 0x20 and < 0x30000) ? 1 : 0) : unit is '\t' or '\n' or '\r' or (>= 0x20 and < 0x7F) or (>= 0xA0 and < 0x530) or (>= 0x5D0 and < 0x700)
                or (>= 0x2000 and < 0x2700) or (>= 0x3000 and < 0xE000) or (>= 0xFE30 and < 0xFFF0) or (>= 0x1F000 and < 0x30000) ? 1 : 0;
        }

        return all > 0 && good * 20 >= all * 19;
    }

    /// <summary>Null when the whole stream is UTF-8; a sample from its first bytes beyond ASCII when it isn't.</summary>
    private static byte[]? WhereNotUtf8(Stream stream, ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0x1B))
        {
            return head.ToArray();
        }

        stream.Position = 0;
        var buffer = new byte[ChunkBytes];
        var (kept, good, broken) = (0, 0L, 0L);
        byte[]? sample = null;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IsEmpty)
            {
                break;
            }

            var whole = read == 0 ? bytes.Length : bytes.Length - UnfinishedTail(bytes);
            Count(bytes[..whole], ref good, ref broken);
            if (sample is null && broken > 0)
            {
                sample = SampleFrom(stream, stream.Position - bytes.Length);
            }

            if (broken * GoodPerBroken > good + 1000)
            {
                break;
            }

            bytes[whole..].CopyTo(buffer);
            kept = bytes.Length - whole;
        }

        return broken == 0 || broken * GoodPerBroken <= good ? null : sample;
    }

    private static void Count(ReadOnlySpan<byte> bytes, ref long good, ref long broken)
    {
        if (Utf8.IsValid(bytes))
        {
            good += bytes.Length - Encoding.UTF8.GetCharCount(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return;
            }

            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            _ = status == OperationStatus.Done ? good++ : broken++;
            bytes = bytes[consumed..];
        }
    }

    /// <summary>How many bytes at the end begin a sequence that goes on in the next chunk.</summary>
    private static int UnfinishedTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }

            if (b < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Bytes from the first one beyond ASCII after a position, where characters of several bytes are sure to begin.</summary>
    private static byte[] SampleFrom(Stream stream, long position)
    {
        var back = stream.Position;
        stream.Position = position;
        var bytes = new byte[SampleBytes];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = back;
        var first = Math.Max(0, bytes.AsSpan(0, length).IndexOfAnyExceptInRange((byte)0, (byte)0x7F));
        return bytes[first..length];
    }
}
