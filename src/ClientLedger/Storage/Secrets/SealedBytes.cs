using System.Security.Cryptography;
using ClientLedger.Shared;

namespace ClientLedger.Storage.Secrets;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random nonce: version byte, nonce of 12, ciphertext, tag of 16.</summary>
internal static class SealedBytes
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    public static byte[] Seal(byte[] key, byte version, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> additionalData, IRandomSource random)
    {
        var bytes = new byte[plain.Length + Overhead];
        bytes[0] = version;
        var nonce = bytes.AsSpan(1, NonceLength);
        random.Fill(nonce);

        // An AesGcm isn't safe for several threads; one for each value costs about a microsecond.
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, bytes.AsSpan(1 + NonceLength, plain.Length), bytes.AsSpan(bytes.Length - TagLength), additionalData);
        return bytes;
    }

    /// <summary>The plain bytes, or null when they were sealed under another key, for something else, or were altered.</summary>
    public static byte[]? Open(byte[] key, byte version, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> additionalData)
    {
        if (bytes.Length < Overhead || bytes[0] != version)
        {
            return null;
        }

        var plain = new byte[bytes.Length - Overhead];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(bytes.Slice(1, NonceLength), bytes.Slice(1 + NonceLength, plain.Length), bytes[^TagLength..], plain, additionalData);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
