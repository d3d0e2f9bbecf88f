namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>About how many bytes the plans hold that a document keeps. It only grows: with every plan, and with what requests meet within one.</summary>
internal sealed class PlanMemory
{
    private long bytes;
    private long known;
    private int fields;

    /// <summary>About how many bytes they hold.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>How many fields they have.</summary>
    public int Fields => Volatile.Read(ref fields);

    /// <summary>Whether it has grown since this was asked last.</summary>
    public bool TakeGrowth()
    {
        var now = Bytes;
        return Interlocked.Exchange(ref known, now) != now;
    }

    public void Add(long more) => Interlocked.Add(ref bytes, more);

    /// <summary>A field, and what it holds.</summary>
    public void AddField(long itsBytes)
    {
        Interlocked.Increment(ref fields);
        Add(itsBytes);
    }
}
