using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading;

/// <summary>
/// A place in a list: the values of its order's keys and the id, sealed under the tenant's cursor key together with the entity and the order,
/// so that it fits no other list and can't be read or made outside.
/// </summary>
internal static class Cursor
{
    private const byte Version = 1;

    /// <summary>Three keys of long texts have room.</summary>
    private const int Longest = 64 * 1024;

    private const byte Null = 0, Number = 1, TextValue = 2, Flag = 3, Day = 4, Ticks = 5;

    /// <summary>What the values of a key of an order are to the database.</summary>
    public static StoreKind KindOf(BoundSort sort) => sort.ByIndex ? Binder.IndexKind(sort.Field.Field) : sort.Field.Kind;

    /// <summary>Seals a place.</summary>
    /// <param name="keys">Values of the order's keys: long, string, bool, <see cref="DateOnly"/>, UTC <see cref="DateTime"/> or null.</param>
    public static string Seal(byte[] key, BoundLevel level, ReadOnlySpan<object?> keys, long id, IRandomSource random)
    {
        var bytes = new List<byte>(64);
        foreach (var value in keys)
        {
            Write(bytes, value);
        }

        Write(bytes, id);
        return Base64Url.EncodeToString(SealedBytes.Seal(key, Version, bytes.ToArray(), Order(level), random));
    }

    /// <summary>The values of the keys and at last the id, or null when the text is no cursor of this list in this order.</summary>
    public static object?[]? Open(byte[] key, BoundLevel level, string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        if (SealedBytes.Open(key, Version, Base64Url.DecodeFromChars(text), Order(level)) is not { } plain)
        {
            return null;
        }

        var values = new object?[level.Sort.Count + 1];
        var rest = plain.AsSpan();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Read(ref rest);
        }

        return values;
    }

    /// <summary>What a cursor belongs to besides its tenant.</summary>
    private static byte[] Order(BoundLevel level)
    {
        var order = new StringBuilder();
        order.Append(level.Table.Entity.Id).Append(level.Table.IsLive ? 'l' : 'd');
        foreach (var sort in level.Sort)
        {
            order.Append(sort.Descending ? '-' : '+').Append(sort.Field.Field.Id).Append(KindOf(sort));
        }

        return Encoding.UTF8.GetBytes(order.Append(level.IdDescending ? '-' : '+').ToString());
    }

    private static void Write(List<byte> bytes, object? value)
    {
        switch (value)
        {
            case null:
                bytes.Add(Null);
                break;
            case long number:
                WriteNumber(bytes, Number, number);
                break;
            case bool flag:
                WriteNumber(bytes, Flag, flag ? 1 : 0);
                break;
            case DateOnly day:
                WriteNumber(bytes, Day, day.DayNumber);
                break;
            case DateTime moment:
                WriteNumber(bytes, Ticks, moment.Ticks);
                break;
            case string text:
                var encoded = Encoding.UTF8.GetBytes(text);
                WriteNumber(bytes, TextValue, encoded.Length);
                bytes.AddRange(encoded);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no value of a key.", nameof(value));
        }
    }

    private static void WriteNumber(List<byte> bytes, byte tag, long number)
    {
        Span<byte> eight = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(eight, number);
        bytes.Add(tag);
        bytes.AddRange(eight);
    }

    private static object? Read(ref Span<byte> rest)
    {
        var tag = rest[0];
        rest = rest[1..];
        if (tag == Null)
        {
            return null;
        }

        var number = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[sizeof(long)..];
        switch (tag)
        {
            case Flag:
                return number != 0;
            case Day:
                return DateOnly.FromDayNumber((int)number);
            case Ticks:
                return new DateTime(number, DateTimeKind.Utc);
            case TextValue:
                var text = Encoding.UTF8.GetString(rest[..(int)number]);
                rest = rest[(int)number..];
                return text;
            default:
                return number;
        }
    }
}
