using System.Buffers;
using System.Globalization;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <summary>
/// A query taken apart while it is bound: its structure as text, by which plans are cached, and its values, each in a numbered slot.
/// Whatever changes the SQL must be written into the structure; whatever doesn't must not.
/// </summary>
internal sealed class Shape : IDisposable
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 512).Select(Name)];

    private readonly List<SqlArgument> arguments = [];
    private char[] structure = ArrayPool<char>.Shared.Rent(1024);
    private int length;

    /// <summary>The structure; valid until the shape is disposed.</summary>
    public ReadOnlySpan<char> Structure => structure.AsSpan(0, length);

    public SqlArgument this[int slot] => arguments[slot];

    /// <summary>The name of a slot's parameter.</summary>
    public static string NameOf(int slot) => slot < Names.Length ? Names[slot] : Name(slot);

    public Shape Add(char token)
    {
        Reserve(1)[0] = token;
        length++;
        return this;
    }

    public Shape Add(long number)
    {
        number.TryFormat(Reserve(20), out var written, provider: CultureInfo.InvariantCulture);
        length += written;
        return Add(';');
    }

    /// <summary>A value that the statements take as a parameter.</summary>
    public int Slot(StoreKind kind, object value)
    {
        arguments.Add(new SqlArgument(NameOf(arguments.Count), kind, value));
        Add('#').Add((int)kind);
        return Use(arguments.Count - 1);
    }

    /// <summary>Several values that the statements take as one parameter.</summary>
    public int ListSlot(StoreKind kind, Array values)
    {
        arguments.Add(new SqlArgument(NameOf(arguments.Count), kind, values, IsList: true));
        Add('@').Add((int)kind);
        return Use(arguments.Count - 1);
    }

    /// <summary>A slot that is used once more; which slot it is belongs to the structure.</summary>
    public int Use(int slot)
    {
        Add(slot);
        return slot;
    }

    /// <summary>A list of record ids that is only known when another statement was read.</summary>
    public int IdsSlot() => ListSlot(StoreKind.Int64, Array.Empty<long>());

    /// <summary>Fills a slot of <see cref="IdsSlot"/>.</summary>
    public void Fill(int slot, long[] ids) => arguments[slot] = arguments[slot] with { Value = ids };

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(structure);
        structure = [];
        length = 0;
    }

    private static string Name(int slot) => string.Create(CultureInfo.InvariantCulture, $"p{slot}");

    private Span<char> Reserve(int count)
    {
        if (structure.Length - length < count)
        {
            var larger = ArrayPool<char>.Shared.Rent((structure.Length + count) * 2);
            Structure.CopyTo(larger);
            ArrayPool<char>.Shared.Return(structure);
            structure = larger;
        }

        return structure.AsSpan(length);
    }
}
