using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientLedger.Messages;
using ClientLedger.Shared;

namespace ClientLedger.Storage.Secrets;

/// <summary>
/// A tenant's keys at work: encrypts sensitive values, reads them, and makes the keyed hashes that they are found by. A tenant whose
/// data key was deleted has one that reads nothing. Safe for several threads.
/// </summary>
public sealed class TenantSecrets
{
    /// <summary>Characters of the value that <see cref="Tail"/> covers.</summary>
    public const int TailLength = 4;

    private const byte ValueVersion = 1;
    private const byte PartVersion = 1;
    private const int HashBytes = 16;

    private readonly int tenantId;
    private readonly IRandomSource random;
    private readonly byte[]? dataKey;
    private readonly byte[] hashKey = [];
    private readonly byte[] tailKey = [];

    /// <summary>The secrets of a tenant.</summary>
    /// <param name="wrappedDataKey">From the tenant's row in the catalog, or null when it was deleted.</param>
    /// <exception cref="RefusedException">The data key was wrapped under another master key.</exception>
    public TenantSecrets(MasterKey master, int tenantId, ReadOnlySpan<byte> wrappedDataKey, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(master);
        ArgumentNullException.ThrowIfNull(random);
        this.tenantId = tenantId;
        this.random = random;
        LogKey = master.LogKey(tenantId);
        CursorKey = master.CursorKey(tenantId);
        if (!wrappedDataKey.IsEmpty)
        {
            dataKey = master.DataKey(tenantId, wrappedDataKey);
            hashKey = Derive("field hash");
            tailKey = Derive("field tail");
        }
    }

    /// <summary>False when the tenant's data key was deleted: sensitive values are lost, everything else works.</summary>
    public bool IsReadable => dataKey is not null;

    /// <summary>Chains the tenant's log; 32 bytes, in no database.</summary>
    public byte[] LogKey { get; }

    /// <summary>Seals the tenant's cursors; 32 bytes, in no database.</summary>
    public byte[] CursorKey { get; }

    /// <summary>Encrypts a canonical value for one field; it can't be read as another field's or tenant's. Never twice the same bytes.</summary>
    /// <exception cref="RefusedException">The data key was deleted.</exception>
    public byte[] Encrypt(int fieldId, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SealedBytes.Seal(dataKey ?? throw Deleted(), ValueVersion, Encoding.UTF8.GetBytes(value), Place(fieldId), random);
    }

    /// <summary>The value, or null where it is unreadable: the key was deleted, or the bytes were altered or belong elsewhere.</summary>
    public string? Decrypt(int fieldId, ReadOnlySpan<byte> stored) =>
        dataKey is not null && SealedBytes.Open(dataKey, ValueVersion, stored, Place(fieldId)) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    /// <summary>Encrypts part of a file for its place, named by the caller; it can't be read at another place or as another tenant's. Never twice the same bytes.</summary>
    /// <exception cref="RefusedException">The data key was deleted.</exception>
    public byte[] EncryptPart(string place, ReadOnlySpan<byte> plain) => SealedBytes.Seal(dataKey ?? throw Deleted(), PartVersion, plain, Place(place), random);

    /// <summary>The part, or null where it is unreadable: the key was deleted, or the bytes were altered or belong elsewhere.</summary>
    public byte[]? DecryptPart(string place, ReadOnlySpan<byte> stored) =>
        dataKey is null ? null : SealedBytes.Open(dataKey, PartVersion, stored, Place(place));

    /// <summary>The keyed hash by which an equal canonical value of the field is found; 22 characters of base 64 for addresses.</summary>
    /// <exception cref="RefusedException">The data key was deleted.</exception>
    public string Hash(int fieldId, string canonical) => Hash(hashKey, fieldId, canonical);

    /// <summary>The keyed hash of the last four characters of a value, the same whether the whole value or just these are given; 22 characters.</summary>
    /// <exception cref="RefusedException">The data key was deleted.</exception>
    public string Tail(int fieldId, string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return Hash(tailKey, fieldId, canonical.Length > TailLength ? canonical[^TailLength..] : canonical);
    }

    private string Hash(byte[] key, int fieldId, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (dataKey is null)
        {
            throw Deleted();
        }

        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = new byte[sizeof(int) + length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, fieldId);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(sizeof(int)));
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes, mac);
        return Base64Url.EncodeToString(mac[..HashBytes]);
    }

    private byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey!, MasterKey.Length, info: Encoding.UTF8.GetBytes("ClientLedger " + purpose));

    /// <summary>Longer than a field's place, so that neither is taken for the other.</summary>
    private byte[] Place(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var bytes = new byte[(2 * sizeof(int)) + 1 + Encoding.UTF8.GetByteCount(part)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, tenantId);
        Encoding.UTF8.GetBytes(part, bytes.AsSpan((2 * sizeof(int)) + 1));
        return bytes;
    }

    private byte[] Place(int fieldId)
    {
        var bytes = new byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, tenantId);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(sizeof(int)), fieldId);
        return bytes;
    }

    private RefusedException Deleted() => new(Refusal.Of(SecretsMessages.KeyDeleted, ("tenant", tenantId)));
}
