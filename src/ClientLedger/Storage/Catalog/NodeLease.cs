namespace ClientLedger.Storage.Catalog;

/// <summary>The right of one process to make ids with a node number, until it expires.</summary>
public sealed class NodeLease
{
    /// <summary>0 to 1,023.</summary>
    public int Node { get; set; }

    /// <summary>A random name of the process.</summary>
    public required string Holder { get; set; }

    public DateTime ExpiresAt { get; set; }
}

/// <summary>Tells which master key the installation has; one row.</summary>
public sealed class MasterKeyMark
{
    /// <summary>The row's number: whoever is second finds it taken.</summary>
    public const int Only = 1;

    public int Id { get; set; } = Only;

    /// <summary>32 bytes that were derived from the key and don't lead back to it.</summary>
    public required byte[] Fingerprint { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>A key of ASP.NET Core Data Protection, encrypted under the master key.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    public required string FriendlyName { get; set; }

    public required string Xml { get; set; }
}
