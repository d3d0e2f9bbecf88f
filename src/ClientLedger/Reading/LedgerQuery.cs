namespace ClientLedger.Reading;

/// <summary>One key of an order. Empty values are the smallest.</summary>
public sealed record SortKey(string Field, bool Descending = false);

/// <summary>Something that each row shows, under a key of its own.</summary>
/// <param name="Key">Name in the answer, unique among its siblings.</param>
public abstract record Selection(string Key);

/// <summary>The value of a field.</summary>
public sealed record FieldSelection(string Key, string Field) : Selection(Key)
{
    public FieldSelection(string field)
        : this(field, field)
    {
    }
}

/// <summary>A text, the same on every row.</summary>
public sealed record TextSelection(string Key, string Text) : Selection(Key);

/// <summary>The row's place in its list, sealed: a page may begin behind it or end before it. Within a reference, that of the row which holds it; of a row of a timeline, its <see cref="TimelinePlace"/>.</summary>
public sealed record CursorSelection(string Key) : Selection(Key);

/// <summary>An object that shows something of the same row.</summary>
public sealed record GroupSelection(string Key, IReadOnlyList<Selection> Select) : Selection(Key);

/// <summary>The record that a reference names, or null when there is none, it is deleted, or the caller may not see it.</summary>
public sealed record ReferenceSelection(string Key, string Reference, IReadOnlyList<Selection> Select) : Selection(Key);

/// <summary>A page of the children of the row, in an order: an array, or an object of parts.</summary>
public sealed record ChildrenSelection(string Key, string Relation, IReadOnlyList<Selection> Select) : Selection(Key)
{
    /// <summary>What the list shows as an object, instead of <see cref="Select"/>; null for an array of rows.</summary>
    public IReadOnlyList<ListPart>? Parts { get; init; }

    public Filter? Where { get; init; }

    /// <summary>Up to three; id decides at the end.</summary>
    public IReadOnlyList<SortKey> OrderBy { get; init; } = [];

    /// <summary>Rows of a page, 1 to 500.</summary>
    public int First { get; init; } = 20;

    /// <summary>The page after this cursor, of every parent.</summary>
    public string? After { get; init; }

    /// <summary>The page before this cursor, of every parent; rows still come in the order asked for.</summary>
    public string? Before { get; init; }

    /// <summary>With neither cursor: the last page instead of the first.</summary>
    public bool FromEnd { get; init; }
}

/// <summary>
/// Several lists of the row's children as one, the newest first: an object of parts, each of whose rows is a row of one of the lists. A row stands at the moment, or
/// at the beginning of the day, by which its list is sorted; rows without one stand last, those of one moment by their lists and then by their ids. A row that is not
/// among the first of all is not shown, and lists within it are not read.
/// </summary>
/// <param name="Lists">At least one. Each shows <see cref="ChildrenSelection.Parts"/>, all of them the same under the same keys, and is sorted by its moment, the latest first.</param>
/// <param name="First">Rows of a page, 1 to 500: so many are read of each list.</param>
/// <param name="IsLater">The lists begin behind a row, so that there are others before them.</param>
public sealed record TimelineSelection(string Key, IReadOnlyList<ChildrenSelection> Lists, int First, bool IsLater) : Selection(Key);

/// <summary>The moment at which a row stands in a timeline, or null.</summary>
public sealed record MomentSelection(string Key) : Selection(Key);

/// <summary>An aggregate over the children of the row that may be seen: a number, a date or a moment, or null.</summary>
public sealed record AggregateSelection(string Key, string Relation, AggregateFunction Function, string? Field) : Selection(Key)
{
    public Filter? Where { get; init; }
}

/// <summary>
/// A question to the ledger, as data: the grid, the API, exports, views and jobs all build one. The read gate answers it within the caller's grants.
/// </summary>
public sealed record LedgerQuery(string Entity)
{
    public const int LargestPage = 500;
    public const int MostSortKeys = 3;

    /// <summary>What each row shows; nothing selected shows the id alone.</summary>
    public IReadOnlyList<Selection> Select { get; init; } = [];

    /// <summary>What the list shows as an object, instead of <see cref="Select"/>; null for its rows alone.</summary>
    public IReadOnlyList<ListPart>? Parts { get; init; }

    public Filter? Where { get; init; }

    /// <summary>Up to three keys; id, ascending, decides at the end.</summary>
    public IReadOnlyList<SortKey> OrderBy { get; init; } = [];

    /// <summary>Rows of a page, 1 to 500.</summary>
    public int Size { get; init; } = 50;

    /// <summary>The page after this cursor.</summary>
    public string? After { get; init; }

    /// <summary>The page before this cursor; rows still come in the order asked for.</summary>
    public string? Before { get; init; }

    /// <summary>With neither cursor: the last page instead of the first.</summary>
    public bool FromEnd { get; init; }

    /// <summary>Count all records that satisfy the filter.</summary>
    public bool Count { get; init; }

    /// <summary>
    /// Fields to add up over all records that satisfy the filter: whole numbers, decimals, amounts. A value that isn't clear to the caller counts as empty;
    /// amounts are added up by their currency.
    /// </summary>
    public IReadOnlyList<string> Sums { get; init; } = [];

    /// <summary>Deleted records instead of live ones.</summary>
    public bool Deleted { get; init; }

    /// <summary>The ledger as it was; refused until time travel is built.</summary>
    public DateTime? AsOf { get; init; }
}

/// <summary>What is known of a page besides its rows.</summary>
/// <param name="Rows">How many rows were written.</param>
/// <param name="Start">Cursor of the first row, null without rows.</param>
/// <param name="End">Cursor of the last row, null without rows.</param>
/// <param name="HasPrevious">There are rows before the first; a page after a cursor takes the cursor's own row for one.</param>
/// <param name="HasNext">There are rows after the last; a page before a cursor takes the cursor's own row for one.</param>
/// <param name="Total">All records that satisfy the filter, when it was asked.</param>
public sealed record PageInfo(int Rows, string? Start, string? End, bool HasPrevious, bool HasNext, long? Total)
{
    /// <summary>
    /// One for each field that was to be added up; of amounts in the currencies of their records one for each, none where there is no record, without a
    /// currency first and the others in the order of their codes.
    /// </summary>
    public IReadOnlyList<FieldSum> Sums { get; init; } = [];
}

/// <summary>What a field comes to over all records of a query.</summary>
/// <param name="Currency">Of the records whose amounts were added up; null where they name none, and where the field has no currency of its own.</param>
public sealed record FieldSum(string Field, string? Currency, decimal Sum);
