using System.Text.Json;

namespace ClientLedger.Reading.Binding;

/// <summary>A list: the page itself, or the children of each row of another list.</summary>
internal sealed class BoundLevel(BoundTable table, BoundFilter? where, IReadOnlyList<BoundSort> sort, int first)
{
    public BoundTable Table { get; } = table;

    public BoundFilter? Where { get; } = where;

    /// <summary>Without the id, which decides at the end unless it is a key itself.</summary>
    public IReadOnlyList<BoundSort> Sort { get; } = sort;

    /// <summary>The id as a key of the order goes down.</summary>
    public bool IdDescending { get; init; }

    /// <summary>Most rows: of the page, or for each parent.</summary>
    public int First { get; } = first;

    /// <summary>Rows that are read for a page of them: one more where it is told whether there are others.</summary>
    public int Fetched => First + (TellsMore ? 1 : 0);

    /// <summary>The reference to the parent; null for the page itself.</summary>
    public BoundField? By { get; init; }

    /// <summary>The slot that takes the parents' ids.</summary>
    public int ParentsSlot { get; init; } = -1;

    /// <summary>The relation whose records are a kind of row in a timeline; null for a list that stands alone.</summary>
    public string? TimelineKind { get; set; }

    /// <summary>Read from its end.</summary>
    public bool IsBackward { get; init; }

    /// <summary>Slots of the cursor's keys and at last its id; −1 for a key that is null. Null without a cursor.</summary>
    public IReadOnlyList<int>? CursorSlots { get; set; }

    /// <summary>It is told whether there are rows beyond the page, in the direction in which it is read.</summary>
    public bool TellsMore { get; set; }

    /// <summary>Of a page that is read from its end, the row beyond it comes first, and a count tells that it is there.</summary>
    public bool CountsRows => IsBackward && TellsMore;

    /// <summary>Places in the list are told.</summary>
    public bool HasCursors { get; set; }

    /// <summary>Those of the first and the last row are.</summary>
    public bool TellsEnds { get; set; }

    /// <summary>Columns of the order's keys, where cursors are made from them.</summary>
    public int[] KeyColumns { get; } = new int[sort.Count];

    public int IdColumn { get; set; } = -1;

    /// <summary>Column of the parent's id; −1 for the page itself.</summary>
    public int ParentColumn { get; set; } = -1;

    /// <summary>Column that tells how many rows there are, of a list that is read from its end.</summary>
    public int CountColumn { get; set; } = -1;

    /// <summary>The list holds lists: its rows have to wait for theirs.</summary>
    public bool HasLists { get; set; }

    /// <summary>What is shown of a row, once for each time that the rows are shown.</summary>
    public List<BoundRow> Forms { get; } = [];

    /// <summary>What the list shows as an object; null for an array of rows in their only form.</summary>
    public IReadOnlyList<BoundPart>? Parts { get; set; }

    /// <summary>Something that is shown can't be told without reading rows.</summary>
    public bool IsRead => Forms.Count > 0 || TellsMore || HasCursors;
}

/// <summary>Something that a list shows as an object.</summary>
internal abstract record BoundPart(JsonEncodedText Key);

/// <summary>The rows in one of their forms.</summary>
internal sealed record BoundRowsPart(JsonEncodedText Key, int Form) : BoundPart(Key);

/// <summary>An object of parts.</summary>
internal sealed record BoundPartsPart(JsonEncodedText Key, IReadOnlyList<BoundPart> Parts) : BoundPart(Key);

/// <summary>What is known of the page.</summary>
internal sealed record BoundFactPart(JsonEncodedText Key, PageFact Fact) : BoundPart(Key);

/// <summary>A text.</summary>
internal sealed record BoundTextPart(JsonEncodedText Key, JsonEncodedText Text) : BoundPart(Key);

/// <summary>One key of an order.</summary>
/// <param name="ByIndex">Read from the field index, which then drives the statement.</param>
internal sealed record BoundSort(BoundField Field, bool Descending, bool ByIndex);
