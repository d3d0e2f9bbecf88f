using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using ClientLedger.Shared;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Keys;

/// <summary>A key that isn't made yet. A form carries it, so that the form makes this one key however often it is sent.</summary>
/// <param name="id">Id of the key.</param>
/// <param name="secret">What follows the id in its text.</param>
internal sealed class KeyDraft(long id, string secret)
{
    private const byte Version = 1;

    /// <summary>Longer than any draft is.</summary>
    private const int MostText = 200;

    public long Id => id;

    public string Secret => secret;

    /// <summary>As the form carries it: sealed under the tenant's cursor key for the person who fills the form in, since the secret isn't to be read before the key is made, nor by others.</summary>
    internal string Seal(LedgerScope scope, IRandomSource random)
    {
        var plain = new byte[sizeof(long) + Encoding.ASCII.GetByteCount(secret)];
        BinaryPrimitives.WriteInt64BigEndian(plain, id);
        Encoding.ASCII.GetBytes(secret, plain.AsSpan(sizeof(long)));
        return Base64Url.EncodeToString(SealedBytes.Seal(scope.Secrets.CursorKey, Version, plain, For(scope), random));
    }

    /// <summary>The draft that a form carried; null when it is none of this person in this ledger.</summary>
    internal static KeyDraft? Open(LedgerScope scope, string? text) =>
        text is { Length: <= MostText } && Base64Url.IsValid(text)
        && SealedBytes.Open(scope.Secrets.CursorKey, Version, Base64Url.DecodeFromChars(text), For(scope)) is { Length: > sizeof(long) } plain
            ? new KeyDraft(BinaryPrimitives.ReadInt64BigEndian(plain), Encoding.ASCII.GetString(plain.AsSpan(sizeof(long))))
            : null;

    private static byte[] For(LedgerScope scope) => Encoding.UTF8.GetBytes($"key draft {scope.Actor.Id}");
}
