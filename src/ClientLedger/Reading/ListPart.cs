namespace ClientLedger.Reading;

/// <summary>Something that a list shows where it is an object instead of an array, under a key of its own.</summary>
/// <param name="Key">Name in the answer, unique among its siblings.</param>
public abstract record ListPart(string Key);

/// <summary>The rows: an array. They may be shown several times, each time by something else; they are read once.</summary>
public sealed record RowsPart(string Key, IReadOnlyList<Selection> Select) : ListPart(Key);

/// <summary>An object that holds parts.</summary>
public sealed record PartsPart(string Key, IReadOnlyList<ListPart> Parts) : ListPart(Key);

/// <summary>What is known of the page besides its rows.</summary>
public sealed record FactPart(string Key, PageFact Fact) : ListPart(Key);

/// <summary>A text, the same in every answer.</summary>
public sealed record TextPart(string Key, string Text) : ListPart(Key);

/// <summary>What is known of a page; <see cref="PageInfo"/> says of each what it means.</summary>
public enum PageFact
{
    /// <summary>True or false.</summary>
    HasPrevious,

    /// <summary>True or false.</summary>
    HasNext,

    /// <summary>A cursor, or null.</summary>
    Start,

    /// <summary>A cursor, or null.</summary>
    End,

    /// <summary>A number. It takes a statement of its own; of a list within rows, an expression in theirs.</summary>
    Total,
}
