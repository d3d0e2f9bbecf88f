using System.Text.Json;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Access;

/// <summary>A named set of grants.</summary>
public sealed class Role : ITenantOwned, IShapesScopes
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int MaxName = 100;

    public int TenantId { get; set; }

    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Has every right, also on what is added later, and therefore no grants of its own.</summary>
    public bool IsOwner { get; set; }
}

/// <summary>One grant of a role.</summary>
public sealed class RoleGrant : ITenantOwned, IShapesScopes
{
    public int TenantId { get; set; }

    public long RoleId { get; set; }

    /// <summary>0, 1, 2 … in the role.</summary>
    public int Position { get; set; }

    /// <summary>API name of the entity that the grant is on.</summary>
    public required string Entity { get; set; }

    /// <summary>The <see cref="Grant"/> as JSON.</summary>
    public required string Definition { get; set; }

    /// <summary>A row that holds a grant.</summary>
    public static RoleGrant Of(long roleId, int position, Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new() { RoleId = roleId, Position = position, Entity = grant.Entity, Definition = JsonSerializer.Serialize(grant) };
    }

    /// <summary>The grant that the row holds.</summary>
    public Grant Read() => JsonSerializer.Deserialize<Grant>(Definition)!;
}

/// <summary>Who has a role.</summary>
public sealed class RoleMember : ITenantOwned, IShapesScopes
{
    public int TenantId { get; set; }

    public long RoleId { get; set; }

    /// <summary>Account, or a program that signs in on its own behalf.</summary>
    public long PersonId { get; set; }
}
