using System.Buffers;
using System.Text.Json;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>Where a list within a row belongs.</summary>
/// <param name="At">Where the null stands that keeps its place.</param>
/// <param name="List">A <see cref="BoundChildrenSelection"/>, or a <see cref="BoundTimeline"/>.</param>
/// <param name="Total">How many records it has on all pages; null where that isn't shown.</param>
internal readonly record struct HeldPlace(int At, BoundSelection List, long Parent, long? Total)
{
    /// <summary>A list is shown there, alone or as one of a timeline.</summary>
    public bool Shows(BoundChildrenSelection list) => List == list || (List is BoundTimeline timeline && timeline.Lists.Contains(list));
}

/// <summary>Rows of a list in one form: their JSON, and where each list within them belongs.</summary>
internal sealed class HeldRows : IDisposable
{
    /// <summary>The null that keeps the place of a list.</summary>
    private const int PlaceLength = 4;

    private static readonly JsonWriterOptions Options = new() { Encoder = AnswerKeys.Encoder, SkipValidation = true };

    private readonly RentedBuffer? json;
    private readonly List<(int Start, int End, int FirstPlace, bool IsLeftOut)> rows = [];
    private readonly List<HeldPlace> places = [];
    private Dictionary<(BoundTimeline Timeline, long Parent), HeldTimeline>? timelines;

    /// <summary>Rows that wait.</summary>
    public HeldRows()
    {
        json = new RentedBuffer();
        Writer = new Utf8JsonWriter(json, Options);
        Writer.WriteStartArray();
    }

    /// <summary>Rows that are written at once; they hold no lists.</summary>
    public HeldRows(IBufferWriter<byte> output)
    {
        Writer = new Utf8JsonWriter(output, Options);
        Writer.WriteStartObject();
        Writer.WritePropertyName("rows"u8);
        Writer.WriteStartArray();
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>The rows of each list within them, once they were read.</summary>
    public Dictionary<BoundChildrenSelection, HeldList> Lists { get; } = [];

    public int Count => rows.Count;

    /// <summary>The rows of a list within them; none where it wasn't read.</summary>
    public HeldList ListOf(BoundChildrenSelection list)
    {
        if (!Lists.TryGetValue(list, out var held))
        {
            Lists.Add(list, held = new HeldList(list.Level));
        }

        return held;
    }

    /// <summary>The rows of a timeline of one parent, put together when they are first asked for: once its lists were read.</summary>
    public HeldTimeline TimelineOf(BoundTimeline timeline, long parent, PlaceReader reader)
    {
        timelines ??= [];
        if (!timelines.TryGetValue((timeline, parent), out var held))
        {
            timelines.Add((timeline, parent), held = new HeldTimeline(timeline, this, parent, reader));
        }

        return held;
    }

    /// <summary>The rows that hold a timeline, by the parent of its lists.</summary>
    public IEnumerable<long> ParentsOf(BoundTimeline timeline) => Shown().Where(place => place.List == timeline).Select(place => place.Parent).Distinct();

    /// <summary>Begins a row.</summary>
    public void Begin() => rows.Add((Position, 0, places.Count, IsLeftOut: false));

    /// <summary>Ends the row that was begun.</summary>
    public void End() => rows[^1] = rows[^1] with { End = Position };

    /// <summary>A row isn't shown after all: nobody asks for the lists within it.</summary>
    public void LeaveOut(int row) => rows[row] = rows[row] with { IsLeftOut = true };

    /// <summary>Takes down that the null just written stands for a list.</summary>
    public void KeepPlace(BoundSelection list, long parent, long? total) => places.Add(new HeldPlace(Position - PlaceLength, list, parent, total));

    /// <summary>All rows that wait were written.</summary>
    public void Complete() => Writer.Flush();

    /// <summary>All rows that are written at once were written.</summary>
    public void CompleteAtOnce()
    {
        Writer.WriteEndArray();
        Writer.WriteEndObject();
        Writer.Flush();
    }

    /// <summary>The parents whose children a list shows.</summary>
    public long[] ParentsOf(BoundChildrenSelection list) => [.. Shown().Where(place => place.Shows(list)).Select(place => place.Parent).Distinct()];

    /// <summary>Writes a row, with the lists in their places.</summary>
    public void WriteTo(IBufferWriter<byte> output, int row, ListWriter lists)
    {
        var (position, end, place, _) = rows[row];

        // The writer puts the comma between rows in front of the second.
        position += json!.Written[position] == (byte)',' ? 1 : 0;
        for (; place < places.Count && places[place].At < end; place++)
        {
            output.Write(json.Written[position..places[place].At]);
            lists.Write(output, this, places[place]);
            position = places[place].At + PlaceLength;
        }

        output.Write(json.Written[position..end]);
    }

    public void Dispose()
    {
        Writer.Dispose();
        json?.Dispose();
        foreach (var list in Lists.Values)
        {
            list.Dispose();
        }
    }

    /// <summary>The places within rows that are shown.</summary>
    private IEnumerable<HeldPlace> Shown()
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var next = row + 1 < rows.Count ? rows[row + 1].FirstPlace : places.Count;
            for (var place = rows[row].FirstPlace; place < next && !rows[row].IsLeftOut; place++)
            {
                yield return places[place];
            }
        }
    }

    private int Position => (int)Writer.BytesCommitted + Writer.BytesPending;
}
