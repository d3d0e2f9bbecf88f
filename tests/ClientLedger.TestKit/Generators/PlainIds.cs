namespace ClientLedger.TestKit.Generators;

/// <summary>Gives the plain ledger the ids that the product gave, so that both can be compared record by record.</summary>
public sealed class PlainIds
{
    private readonly Queue<long> given = new();
    private long made;

    /// <summary>Ids of the records that the product created, in the order of the rows.</summary>
    public void Give(IEnumerable<long> ids)
    {
        given.Clear();
        foreach (var id in ids)
        {
            given.Enqueue(id);
        }
    }

    /// <summary>The next id; one of its own where the product gave none.</summary>
    public long Next() => given.TryDequeue(out var id) ? id : ++made;
}
