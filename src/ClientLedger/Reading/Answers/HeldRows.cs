using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>Rows of a list that wait for the lists within them: their JSON, and where each inner list belongs.</summary>
internal sealed class HeldRows
{
    /// <summary>The null that keeps the place of a list.</summary>
    private const int PlaceLength = 4;

    private readonly ArrayBufferWriter<byte> json = new(4096);
    private readonly List<(int Start, int End, int FirstPlace)> rows = [];
    private readonly List<(int At, BoundChildrenSelection List, long Parent)> places = [];
    private readonly Dictionary<long, (int First, int Count)> byParent = [];

    /// <summary>The rows of each inner list, once they were read.</summary>
    public Dictionary<BoundChildrenSelection, HeldRows> Lists { get; } = [];

    /// <summary>Where rows are written to.</summary>
    public IBufferWriter<byte> Output => json;

    public int Count => rows.Count;

    /// <summary>Begins a row.</summary>
    public void Begin(Utf8JsonWriter writer) => rows.Add((Position(writer), 0, places.Count));

    /// <summary>Ends the row that was begun; of a list within rows, under its parent.</summary>
    public void End(Utf8JsonWriter writer, long? parent)
    {
        rows[^1] = rows[^1] with { End = Position(writer) };
        if (parent is { } id)
        {
            ref var range = ref CollectionsMarshal.GetValueRefOrAddDefault(byParent, id, out var exists);
            range = exists ? (range.First, range.Count + 1) : (rows.Count - 1, 1);
        }
    }

    /// <summary>Takes down that the null just written stands for a list.</summary>
    public void KeepPlace(Utf8JsonWriter writer, BoundChildrenSelection list, long parent) =>
        places.Add((Position(writer) - PlaceLength, list, parent));

    /// <summary>The parents whose children a list shows.</summary>
    public long[] ParentsOf(BoundChildrenSelection list) => [.. places.Where(place => place.List == list).Select(place => place.Parent).Distinct()];

    /// <summary>Writes all rows, with the lists in their places.</summary>
    public void WriteTo(IBufferWriter<byte> output) => WriteTo(output, 0, rows.Count);

    private void WriteTo(IBufferWriter<byte> output, int first, int count)
    {
        output.Write("["u8);
        for (var row = first; row < first + count; row++)
        {
            var (position, end, place) = rows[row];

            // The writer puts the comma between rows in front of the second.
            position += json.WrittenSpan[position] == (byte)',' ? 1 : 0;
            if (row > first)
            {
                output.Write(","u8);
            }

            for (; place < places.Count && places[place].At < end; place++)
            {
                var (at, list, parent) = places[place];
                output.Write(json.WrittenSpan[position..at]);
                var children = Lists[list];
                var (firstChild, childCount) = children.byParent.GetValueOrDefault(parent);
                children.WriteTo(output, firstChild, childCount);
                position = at + PlaceLength;
            }

            output.Write(json.WrittenSpan[position..end]);
        }

        output.Write("]"u8);
    }

    private static int Position(Utf8JsonWriter writer) => (int)writer.BytesCommitted + writer.BytesPending;
}
