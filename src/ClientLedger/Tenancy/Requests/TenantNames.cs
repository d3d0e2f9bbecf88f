using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tenancy.Requests;

/// <summary>Finds tenants by the names that requests give; what was found holds for a moment (<see cref="FreshnessOptions"/>).</summary>
internal sealed class TenantNames(CatalogDatabase catalog, IOptions<FreshnessOptions> freshness, TimeProvider clock)
{
    private readonly Recent<string, Tenant?> found = new(freshness, clock, names => AllAsync(catalog, names));

    /// <summary>The tenant of a name, whatever its state; null where there is none.</summary>
    public ValueTask<Tenant?> FindAsync(string name, CancellationToken cancellationToken) => found.GetAsync(name, async () =>
    {
        await using var context = catalog.CreateContext();
        return await context.Tenants.AsNoTracking().SingleOrDefaultAsync(tenant => tenant.Name == name, cancellationToken);
    });

    private static async Task<IReadOnlyDictionary<string, Tenant?>> AllAsync(CatalogDatabase catalog, IReadOnlyCollection<string> names)
    {
        await using var context = catalog.CreateContext();
        return await context.Tenants.AsNoTracking().Where(tenant => EF.Parameter(names).Contains(tenant.Name)).ToDictionaryAsync(tenant => tenant.Name, tenant => (Tenant?)tenant);
    }
}
