using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClientLedger.History;

/// <summary>
/// How the log is chained: HMAC-SHA-256 (RFC 2104) over the mac before, the set's header and a SHA-256 digest of its entries, under a key
/// that isn't in the database. Numbers are big-endian, texts are UTF-8 behind their length, so that no two headers have the same bytes.
/// </summary>
public static class LogChain
{
    public const int HashLength = 32;
    public const int SaltLength = 16;

    /// <summary>The mac before the first set.</summary>
    public static readonly byte[] Beginning = new byte[HashLength];

    /// <summary>The hash that stands for an entry's values, also after they were erased.</summary>
    public static byte[] ValuesHash(ReadOnlySpan<byte> salt, string changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var length = Encoding.UTF8.GetByteCount(changes);
        var bytes = length <= 1024 ? stackalloc byte[SaltLength + length] : new byte[SaltLength + length];
        salt.CopyTo(bytes);
        Encoding.UTF8.GetBytes(changes, bytes[SaltLength..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>Digest of a set's entries, which must come in the order of their ordinals.</summary>
    public static byte[] EntriesDigest(IEnumerable<LogEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> fixedPart = stackalloc byte[28];
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteInt32BigEndian(fixedPart, entry.Ordinal);
            BinaryPrimitives.WriteInt32BigEndian(fixedPart[4..], entry.EntityId);
            BinaryPrimitives.WriteInt64BigEndian(fixedPart[8..], entry.RecordId);
            BinaryPrimitives.WriteInt64BigEndian(fixedPart[16..], entry.Version);
            BinaryPrimitives.WriteInt32BigEndian(fixedPart[24..], entry.Verb);
            hash.AppendData(fixedPart);
            hash.AppendData(entry.ValuesHash);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Mac of a set: of everything in it but the mac itself, and of the mac before.</summary>
    public static byte[] Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> previous, LogSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(previous);
        Append(hmac, set.TenantId);
        Append(hmac, set.Number);
        Append(hmac, set.SetId);
        Append(hmac, set.At.Ticks / TimeSpan.TicksPerMillisecond);
        Append(hmac, set.ActorKind);
        Append(hmac, set.ActorId);
        Append(hmac, set.ActorName);
        Append(hmac, set.Door);
        Append(hmac, set.Reason);
        Append(hmac, set.BatchId is null ? 0 : 1);
        Append(hmac, set.BatchId ?? 0);
        Append(hmac, set.Entries);
        hmac.AppendData(set.Digest);
        return hmac.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        Append(hash, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
    }
}
