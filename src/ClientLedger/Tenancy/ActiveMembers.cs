using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tenancy;

/// <summary>Asks which of some accounts are active members of one tenant.</summary>
internal delegate Task<IReadOnlySet<long>> ActiveMembers(IReadOnlyCollection<long> accounts, CancellationToken cancellationToken);

/// <summary>Reads memberships from the catalog.</summary>
internal static class CatalogMembers
{
    private const int AccountsAtOnce = 1_000;

    /// <summary>The active members of a tenant.</summary>
    public static ActiveMembers Of(CatalogDatabase catalog, int tenantId) => async (accounts, cancellationToken) =>
    {
        var found = new HashSet<long>();
        await using var context = catalog.CreateContext();
        foreach (var some in accounts.Chunk(AccountsAtOnce))
        {
            found.UnionWith(await context.Memberships
                .Where(member => member.TenantId == tenantId && member.State == MembershipState.Active && some.Contains(member.AccountId))
                .Select(member => member.AccountId)
                .ToListAsync(cancellationToken));
        }

        return found;
    };
}
