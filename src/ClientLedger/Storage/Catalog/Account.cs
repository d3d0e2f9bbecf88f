using ClientLedger.Messages;
using Microsoft.AspNetCore.Identity;

namespace ClientLedger.Storage.Catalog;

/// <summary>A person who signs in, in one or more tenants. The id comes from <see cref="Shared.IdSource"/>.</summary>
public sealed class Account : IdentityUser<long>
{
    public Language Language { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>Whether a member may open the tenant's ledger.</summary>
public enum MembershipState
{
    Active,
    Suspended,

    /// <summary>Gone, and still named in the log.</summary>
    Left,
}

/// <summary>An account's place in a tenant.</summary>
public sealed class Membership
{
    public int TenantId { get; set; }

    public long AccountId { get; set; }

    /// <summary>As the tenant's log and lists show the person.</summary>
    public required string DisplayName { get; set; }

    public MembershipState State { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>
/// Lets somebody who has signed in on the base host in on a tenant's host, once: the browser carries the code over, and must hold what
/// <see cref="Binding"/> was made from.
/// </summary>
public sealed class HandOver
{
    /// <summary>SHA-256 of the code: who reads the table can use none.</summary>
    public required byte[] CodeHash { get; set; }

    public int TenantId { get; set; }

    public long AccountId { get; set; }

    /// <summary>SHA-256 of a secret that only the browser that asked holds.</summary>
    public required byte[] Binding { get; set; }

    public DateTime ExpiresAt { get; set; }
}
