using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>Rows that are shown one after the other, and what is known of them besides.</summary>
internal interface IShownRows
{
    int Count { get; }

    /// <summary>A row: its list, and its number there.</summary>
    (HeldList List, int Row) this[int index] { get; }

    /// <summary>There are rows before the first.</summary>
    bool HasPrevious { get; }

    /// <summary>There are rows after the last.</summary>
    bool HasNext { get; }

    /// <summary>How many records there are on all pages; null where that isn't shown.</summary>
    long? Total { get; }

    /// <summary>The place of the first row, or of the last; asked where there are rows.</summary>
    string PlaceOf(bool last, PlaceReader places);
}

/// <summary>A page of one list. A cursor's own row is taken for one beyond the page.</summary>
internal readonly record struct ShownPage(HeldList List, HeldPage Page, long? Total) : IShownRows
{
    public int Count => Page.Count;

    public (HeldList List, int Row) this[int index] => (List, Page.First + index);

    public bool HasPrevious => Level.IsBackward ? Page.HasMore : Level.CursorSlots is not null;

    public bool HasNext => Level.IsBackward ? Level.CursorSlots is not null : Page.HasMore;

    public string PlaceOf(bool last, PlaceReader places) => places.Tell(Level, last ? Page.End : Page.Start);

    private BoundLevel Level => List.Level;
}
