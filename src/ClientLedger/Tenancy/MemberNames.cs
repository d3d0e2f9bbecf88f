using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tenancy;

/// <summary>Somebody who works in a ledger, or did.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As the ledger shows the person.</param>
/// <param name="IsActive">May open the ledger now.</param>
public sealed record MemberName(long Id, string Name, bool IsActive);

/// <summary>What the people of a ledger are called, those who left included, since records and history still name them.</summary>
internal sealed class MemberNames(CatalogDatabase catalog)
{
    /// <summary>All of them, in the order of their names.</summary>
    public async Task<IReadOnlyList<MemberName>> OfAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.Memberships.AsNoTracking()
            .Where(member => member.TenantId == scope.TenantId)
            .OrderBy(member => member.DisplayName)
            .Select(member => new MemberName(member.AccountId, member.DisplayName, member.State == MembershipState.Active))
            .ToListAsync(cancellationToken);
    }
}
