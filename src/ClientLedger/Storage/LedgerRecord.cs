namespace ClientLedger.Storage;

/// <summary>What every record of the ledger has. The write gate alone sets these.</summary>
public abstract class LedgerRecord : ITenantOwned
{
    public int TenantId { get; set; }

    public long Id { get; set; }

    /// <summary>1 when created, one more with each change.</summary>
    public long Version { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Account or client; null for the product itself.</summary>
    public long? CreatedBy { get; set; }

    public DateTime UpdatedAt { get; set; }

    public long? UpdatedBy { get; set; }

    /// <summary>Set while the record is deleted; it can be restored.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>The tenant's own fields, one JSON object by API name.</summary>
    public string? Custom { get; set; }
}
