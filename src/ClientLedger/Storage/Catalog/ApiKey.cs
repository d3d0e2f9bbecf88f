namespace ClientLedger.Storage.Catalog;

/// <summary>A program's way into one tenant's ledger, with the rights of the roles that it has there. The id comes from <see cref="Shared.IdSource"/> and stands where a person's would.</summary>
public sealed class ApiKey
{
    public const int MaxName = 100;

    /// <summary>Longest list of networks.</summary>
    public const int MaxNetworks = 1_000;

    public long Id { get; set; }

    public int TenantId { get; set; }

    /// <summary>As the tenant's log shows the program.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret: who reads the table can use none.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>Networks that it may be used from, in CIDR, apart by spaces; null for any.</summary>
    public string? Networks { get; set; }

    /// <summary>From then on it is no longer good; null for never.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>The account of who made it.</summary>
    public long CreatedBy { get; set; }

    /// <summary>When it was last used, to the minute; null for never.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>Since then it isn't good any more.</summary>
    public DateTime? RevokedAt { get; set; }
}
