using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>Where a tenant's log ends. A transaction locks this row as its last step before the commit, so that numbers have no gap and become visible in order.</summary>
public sealed class LogHead : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>Number of the newest set; 0 before the first.</summary>
    public long Number { get; set; }

    /// <summary>Its mac; 32 zero bytes before the first.</summary>
    public byte[] Mac { get; set; } = [];

    /// <summary>
    /// Locks the tenant's log until the context's transaction ends. Writers lock it last and then look at the tenant's stamp: whoever changes what
    /// they rely on renews the stamp and locks the log, and a writer that knows nothing of the change is refused.
    /// </summary>
    internal static async Task LockAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        if (await context.Set<LogHead>().ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, head => head.Number), cancellationToken) == 0)
        {
            context.Add(new LogHead { Mac = LogChain.Beginning });
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}

/// <summary>The log's entry for one transaction: who, when, through which door, why, and a digest of its entries, chained to the set before.</summary>
public sealed class LogSet : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>1, 2, 3 … within the tenant.</summary>
    public long Number { get; set; }

    /// <summary>Names the set in its entries, which are written before its number is known.</summary>
    public long SetId { get; set; }

    public DateTime At { get; set; }

    public int ActorKind { get; set; }

    public long ActorId { get; set; }

    public string ActorName { get; set; } = "";

    public int Door { get; set; }

    public string? Reason { get; set; }

    public long? BatchId { get; set; }

    public int Entries { get; set; }

    /// <summary>SHA-256 over its entries: <see cref="LogChain.EntriesDigest"/>.</summary>
    public byte[] Digest { get; set; } = [];

    /// <summary>HMAC-SHA-256 over the mac before, the header and the digest: <see cref="LogChain.Mac"/>.</summary>
    public byte[] Mac { get; set; } = [];
}

/// <summary>What a set did to one record.</summary>
public sealed class LogEntry : ITenantOwned
{
    /// <summary>
    /// The verb of an entry that says that a person was erased: the record's entries in the sets before may have lost their values. It states the
    /// record anew: every field that still has a value, with that as the value after.
    /// </summary>
    public const int Erasure = 100;

    public int TenantId { get; set; }

    public long SetId { get; set; }

    /// <summary>0, 1, 2 … within the set.</summary>
    public int Ordinal { get; set; }

    public int EntityId { get; set; }

    public long RecordId { get; set; }

    /// <summary>The record's version after the change; a confirmation keeps the version it found.</summary>
    public long Version { get; set; }

    public int Verb { get; set; }

    /// <summary>Fields before and after as JSON, <c>{"name":[before,after]}</c>; null once a person was erased, which a later <see cref="Erasure"/> of the record says.</summary>
    public string? Changes { get; set; }

    /// <summary>16 random bytes; null once a person was erased.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>SHA-256 over salt and changes; stays when they are erased, so that the chain still holds.</summary>
    public byte[] ValuesHash { get; set; } = [];
}
