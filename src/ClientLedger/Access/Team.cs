using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Access;

/// <summary>A team of a tenant; teams form a tree.</summary>
public sealed class Team : ITenantOwned, IShapesScopes
{
    public int TenantId { get; set; }

    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The team above, or null.</summary>
    public long? ParentId { get; set; }
}

/// <summary>A person's place in a team.</summary>
public sealed class TeamMember : ITenantOwned, IShapesScopes
{
    public int TenantId { get; set; }

    public long TeamId { get; set; }

    /// <summary>Account.</summary>
    public long PersonId { get; set; }
}
