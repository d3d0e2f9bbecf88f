using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>The lists of a timeline as one, of one parent.</summary>
internal sealed class HeldTimeline : IShownRows
{
    private readonly BoundTimeline timeline;
    private readonly long parent;
    private readonly List<HeldList> lists;
    private readonly List<(HeldList List, int Row)> rows;

    /// <summary>Puts lists together that were read.</summary>
    /// <param name="within">The rows that hold the timeline.</param>
    public HeldTimeline(BoundTimeline timeline, HeldRows within, long parent, PlaceReader places)
    {
        (this.timeline, this.parent) = (timeline, parent);
        lists = [.. timeline.Lists.Select(within.ListOf)];

        // Each list is in this order by itself, and the sort keeps it.
        rows =
        [
            .. lists.SelectMany(list => Enumerable.Range(list[parent].First, list[parent].Count).Select(row => (List: list, Row: row, At: places.MomentOf(list.Places[row]))))
                .OrderByDescending(each => each.At.HasValue)
                .ThenByDescending(each => each.At)
                .Select(each => (each.List, each.Row))
                .Take(timeline.First),
        ];
        HasNext = lists.Exists(list => list[parent].HasMore) || lists.Sum(list => list[parent].Count) > rows.Count;
    }

    public int Count => rows.Count;

    public (HeldList List, int Row) this[int index] => rows[index];

    public bool HasPrevious => timeline.IsLater;

    public bool HasNext { get; }

    public long? Total => null;

    public string PlaceOf(bool last, PlaceReader places)
    {
        var (list, row) = rows[last ? ^1 : 0];
        return places.Tell(list.Level, list.Places[row]);
    }

    /// <summary>Leaves those rows out of the lists that aren't shown: the last of each.</summary>
    public void Cut()
    {
        foreach (var list in lists)
        {
            var page = list[parent];
            for (var row = page.First + rows.Count(each => each.List == list); row < page.First + page.Count; row++)
            {
                list.LeaveOut(row);
            }
        }
    }
}
