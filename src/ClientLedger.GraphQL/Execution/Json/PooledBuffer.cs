using System.Buffers;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution.Json;

/// <summary>Bytes in one array of the pool, which grows as it fills; what stands at its end can be taken back.</summary>
/// <param name="maxBytes">How large it may grow; more is refused with a <see cref="GraphQLException"/>.</param>
internal sealed class PooledBuffer(int maxBytes) : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 4096;

    private byte[] bytes = [];

    /// <summary>How much of the array may be used: the pool gives larger ones than it is asked for.</summary>
    private int capacity;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> WrittenSpan => bytes.AsSpan(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(capacity - Length), nameof(count));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length, capacity - Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsSpan(Length, capacity - Length);
    }

    public void Write(ReadOnlySpan<byte> more)
    {
        Reserve(more.Length);
        more.CopyTo(bytes.AsSpan(Length));
        Length += more.Length;
    }

    public void WriteByte(byte one)
    {
        Reserve(1);
        bytes[Length++] = one;
    }

    /// <summary>Takes back what was written since.</summary>
    public void TruncateTo(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    public void Dispose()
    {
        Return();
        bytes = [];
        capacity = 0;
        Length = 0;
    }

    private void Reserve(int more)
    {
        if (capacity - Length < more)
        {
            Grow(more);
        }
    }

    private void Grow(int more)
    {
        var needed = (long)Length + more;
        if (needed > maxBytes)
        {
            throw new GraphQLException($"The response is larger than {maxBytes} bytes.", ErrorCodes.LimitExceeded);
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(Math.Max(needed, bytes.Length * 2L), FirstSize), maxBytes));
        WrittenSpan.CopyTo(larger);
        Return();
        bytes = larger;
        capacity = Math.Min(larger.Length, maxBytes);
    }

    private void Return()
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
