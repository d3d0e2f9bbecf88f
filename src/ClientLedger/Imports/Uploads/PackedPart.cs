using System.Buffers;
using System.IO.Compression;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Imports.Uploads;

/// <summary>Bytes at rest: packed, then encrypted for one place.</summary>
internal static class PackedPart
{
    /// <summary>The quickest: tables pack to a sixth of their size also so.</summary>
    private const int Quality = 1;

    /// <summary>Bits of the window, by which packing looks back.</summary>
    private const int Window = 20;

    public static byte[] Pack(TenantSecrets secrets, string place, ReadOnlySpan<byte> plain)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        try
        {
            return BrotliEncoder.TryCompress(plain, buffer, out var written, Quality, Window)
                ? secrets.EncryptPart(place, buffer.AsSpan(0, written))
                : throw new InvalidOperationException("The buffer for packing is too small.");
        }
        finally
        {
            // What was packed is a customer's.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Unpacks into a buffer and tells how many bytes came; -1 where the part can't be read.</summary>
    public static int Unpack(TenantSecrets secrets, string place, ReadOnlySpan<byte> stored, Span<byte> into) =>
        secrets.DecryptPart(place, stored) is { } packed && BrotliDecoder.TryDecompress(packed, into, out var written) ? written : -1;
}
