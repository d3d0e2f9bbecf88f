using System.Buffers;
using System.Data.Common;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>The rows that belong to one parent, and the places that they begin and end at.</summary>
internal sealed class HeldPage(int first)
{
    /// <summary>Which of the list's rows is the first.</summary>
    public int First { get; } = first;

    public int Count { get; set; }

    /// <summary>There are rows beyond the page, in the direction in which it was read.</summary>
    public bool HasMore { get; set; }

    public ListPlace Start { get; set; }

    public ListPlace End { get; set; }
}

/// <summary>A list that was read: its rows in all their forms, by parent.</summary>
internal sealed class HeldList : IDisposable
{
    /// <summary>What stands for the parent of a list that has none.</summary>
    public const long NoParent = 0;

    private static readonly HeldPage Nothing = new(0);

    private readonly Dictionary<long, HeldPage> pages = [];
    private readonly HeldRows[] forms;
    private readonly List<ListPlace> places = [];
    private (long Parent, HeldPage? Page) latest;

    /// <summary>A list whose rows wait for each other.</summary>
    public HeldList(BoundLevel level)
    {
        Level = level;
        forms = new HeldRows[level.Forms.Count];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = new HeldRows();
        }
    }

    /// <summary>A list whose rows are written at once, in their only form.</summary>
    public HeldList(BoundLevel level, IBufferWriter<byte> output)
    {
        Level = level;
        forms = [new HeldRows(output)];
    }

    public BoundLevel Level { get; }

    public IReadOnlyList<HeldRows> Forms => forms;

    /// <summary>Where each row of a list of a timeline stands.</summary>
    public IReadOnlyList<ListPlace> Places => places;

    /// <summary>How many rows were read.</summary>
    private int rows;

    /// <summary>The page of a parent; an empty one where it has no rows.</summary>
    public HeldPage this[long parent] => pages.GetValueOrDefault(parent, Nothing);

    /// <summary>Takes the row on which the reader stands.</summary>
    public void Take(DbDataReader reader, long parent, RowWriter writer)
    {
        var page = PageOf(parent);
        if (IsBeyond(reader, page))
        {
            page.HasMore = true;
            return;
        }

        for (var i = 0; i < forms.Length; i++)
        {
            forms[i].Begin();
            writer.Write(forms[i], reader, Level.Forms[i]);
            forms[i].End();
        }

        if (Level.TellsEnds)
        {
            // The first place is kept; the others are read over one another.
            page.End = writer.PlaceOf(reader, Level, page.Count < 2 ? null : page.End.Keys);
            page.Start = page.Count == 0 ? page.End : page.Start;
        }

        if (Level.TimelineKind is not null)
        {
            places.Add(writer.PlaceOf(reader, Level, into: null));
        }

        page.Count++;
        rows++;
    }

    /// <summary>A row isn't shown after all, in none of its forms.</summary>
    public void LeaveOut(int row)
    {
        foreach (var form in forms)
        {
            form.LeaveOut(row);
        }
    }

    public void Dispose()
    {
        foreach (var form in forms)
        {
            form.Dispose();
        }
    }

    /// <summary>The page of a row's parent: as a rule that of the row before.</summary>
    private HeldPage PageOf(long parent)
    {
        if (latest.Page is { } same && latest.Parent == parent)
        {
            return same;
        }

        if (!pages.TryGetValue(parent, out var page))
        {
            pages.Add(parent, page = new HeldPage(rows));
        }

        latest = (parent, page);
        return page;
    }

    /// <summary>The row was read to tell that there are more: it is the last one, or, of a page that is read from its end, the first.</summary>
    private bool IsBeyond(DbDataReader reader, HeldPage page) => Level.IsBackward
        ? Level.TellsMore && page is { Count: 0, HasMore: false } && reader.GetInt64(Level.CountColumn) > Level.First
        : page.Count == Level.First;
}
