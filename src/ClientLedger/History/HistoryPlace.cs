using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;

namespace ClientLedger.History;

/// <summary>A place in a record's history: an entry of a set of the log.</summary>
/// <param name="SetNumber">Number of the set.</param>
/// <param name="Ordinal">The entry's place in it.</param>
public readonly record struct HistoryPlace(long SetNumber, int Ordinal)
{
    private const byte Version = 1;
    private const int Length = sizeof(long) + sizeof(int);

    /// <summary>
    /// The place as it is told outside, sealed under the tenant's cursor key for this record: the numbers of sets count the changes of all, also of those
    /// that the caller doesn't see.
    /// </summary>
    internal string Seal(LedgerScope scope, string entity, long id, IRandomSource random)
    {
        var plain = new byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(plain, SetNumber);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(sizeof(long)), Ordinal);
        return Base64Url.EncodeToString(SealedBytes.Seal(scope.Secrets.CursorKey, Version, plain, For(entity, id), random));
    }

    /// <summary>The place that a text tells.</summary>
    /// <exception cref="Messages.RefusedException">It is no place in this record's history.</exception>
    internal static HistoryPlace Open(LedgerScope scope, string entity, long id, string text) =>
        text.Length <= 8 * Length && Base64Url.IsValid(text)
        && SealedBytes.Open(scope.Secrets.CursorKey, Version, Base64Url.DecodeFromChars(text), For(entity, id)) is { Length: Length } plain
            ? new HistoryPlace(BinaryPrimitives.ReadInt64BigEndian(plain), BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(sizeof(long))))
            : throw new Messages.RefusedException(Messages.Refusal.Of(ReadMessages.CursorInvalid));

    private static byte[] For(string entity, long id) => Encoding.UTF8.GetBytes($"history {entity} {id}");
}
