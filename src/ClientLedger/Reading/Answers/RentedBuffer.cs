using System.Buffers;

namespace ClientLedger.Reading.Answers;

/// <summary>Bytes that wait, in memory which is lent and given back: answers are too large and too many to be made anew each time.</summary>
internal sealed class RentedBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 4096;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Smallest);
    private int written;

    /// <summary>What was written, until more is.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, written);

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = written + Math.Max(sizeHint, 1);
        if (needed > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * bytes.Length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = [];
            written = 0;
        }
    }
}
