namespace ClientLedger.Reading;

/// <summary>How much one question may ask for; the defaults keep a single caller from holding the database.</summary>
public sealed record ReadLimits
{
    /// <summary>Levels of filters within filters, and of lists within lists.</summary>
    public int Depth { get; init; } = 12;

    /// <summary>Filters and selections, all together.</summary>
    public int Parts { get; init; } = 400;

    /// <summary>Values of one comparison.</summary>
    public int Values { get; init; } = 1000;

    /// <summary>References that one list follows for each row; SQLite joins 64 tables in a statement and no more.</summary>
    public int References { get; init; } = 50;

    /// <summary>Rows that an answer can hold, lists within lists multiplied.</summary>
    public long Rows { get; init; } = 100_000;

    /// <summary>Records of a tenant up to which a field without an index may be sorted or filtered by.</summary>
    public int Unindexed { get; init; } = 200_000;

    /// <summary>Index rows that a search without record rules reads at most. Under rules a tenth as many records are looked through instead.</summary>
    public int SearchRows { get; init; } = 5000;

    /// <summary>Bytes of plans that are kept, approximately.</summary>
    public long PlanBytes { get; init; } = 32 << 20;
}
