using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using ClientLedger.Access;
using ClientLedger.History.Feeds;
using ClientLedger.Shared;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Feeds;

/// <summary>
/// A place in the change feed as the client keeps it: the place in the log and the hash of the caller's grants, sealed under the tenant's cursor key for this
/// caller and these entities. All have the same length, so that nothing can be read off them.
/// </summary>
internal static class FeedCursor
{
    /// <summary>Changes of all records.</summary>
    public const string All = "*";

    private const byte Version = 2;
    private const int Length = (3 * sizeof(long)) + sizeof(int) + GrantHash.Length;

    /// <summary>Seals a place with the grants of the moment.</summary>
    /// <param name="kinds">Names of the entities that are followed, or <see cref="All"/>.</param>
    public static string Seal(LedgerScope scope, string kinds, FeedPlace place, IRandomSource random)
    {
        var plain = new byte[Length];
        var rest = plain.AsSpan();
        BinaryPrimitives.WriteInt64BigEndian(rest, place.Number);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], place.SetId);
        BinaryPrimitives.WriteInt64BigEndian(rest[16..], place.Began);
        BinaryPrimitives.WriteInt32BigEndian(rest[24..], place.Ordinal);
        GrantHash.Of(scope.Rights, scope.Schema).CopyTo(rest[28..]);
        return Base64Url.EncodeToString(SealedBytes.Seal(scope.Secrets.CursorKey, Version, plain, For(scope, kinds), random));
    }

    /// <summary>The place, and whether the caller's grants are still the same; null where the text is no cursor of this caller's for these entities.</summary>
    public static (FeedPlace Place, bool IsSameSight)? Open(LedgerScope scope, string kinds, string text)
    {
        if (text.Length > 4 * Length || !Base64Url.IsValid(text)
            || SealedBytes.Open(scope.Secrets.CursorKey, Version, Base64Url.DecodeFromChars(text), For(scope, kinds)) is not { Length: Length } plain)
        {
            return null;
        }

        var rest = plain.AsSpan();
        var place = new FeedPlace(
            BinaryPrimitives.ReadInt64BigEndian(rest), BinaryPrimitives.ReadInt32BigEndian(rest[24..]), BinaryPrimitives.ReadInt64BigEndian(rest[8..]), BinaryPrimitives.ReadInt64BigEndian(rest[16..]));
        return (place, rest[28..].SequenceEqual(GrantHash.Of(scope.Rights, scope.Schema)));
    }

    /// <summary>What a cursor belongs to besides its tenant.</summary>
    private static byte[] For(LedgerScope scope, string kinds) =>
        Encoding.UTF8.GetBytes($"feed {(int)scope.Actor.Kind} {scope.Actor.Id} {kinds}");
}
