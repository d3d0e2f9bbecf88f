namespace ClientLedger.Storage.Catalog;

/// <summary>Whether a tenant's ledger may be opened.</summary>
public enum TenantState
{
    /// <summary>Being made: known by name, but not open to anybody yet.</summary>
    Preparing,
    Active,

    /// <summary>Closed for a reason that visitors are told.</summary>
    Suspended,
}

/// <summary>A company that subscribes: its place among all others. What belongs to it alone lies in its ledger.</summary>
public sealed class Tenant
{
    /// <summary>Longest address name: a label of a host name (RFC 1035).</summary>
    public const int MaxName = 63;

    public int Id { get; set; }

    /// <summary>Address name, unique: lower-case letters, digits and inner hyphens.</summary>
    public required string Name { get; set; }

    public TenantState State { get; set; }

    /// <summary>Why it is suspended, in the words that visitors read.</summary>
    public string? Reason { get; set; }

    /// <summary>The shard that holds its ledger.</summary>
    public required string Shard { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>A ledger database. Its connection strings stand in configuration under the same name.</summary>
public sealed class Shard
{
    public required string Name { get; set; }

    /// <summary>Never changes: the tenants of a shard can't move to another engine by configuration alone.</summary>
    public Provider Provider { get; set; }
}

/// <summary>A tenant's data key, wrapped by the master key. Without the row the tenant's sensitive fields are lost for ever.</summary>
public sealed class TenantKey
{
    public int TenantId { get; set; }

    public required byte[] Wrapped { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>The newest entry of a tenant's log, copied out of the ledger, so that a restored older copy is found out.</summary>
public sealed class LogAnchor
{
    public int TenantId { get; set; }

    /// <summary>Number of the set.</summary>
    public long Number { get; set; }

    /// <summary>The set's mac; 32 bytes.</summary>
    public required byte[] Mac { get; set; }

    public DateTime CopiedAt { get; set; }
}
