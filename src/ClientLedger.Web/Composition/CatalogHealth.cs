using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClientLedger.Web.Composition;

/// <summary>Healthy while the catalog answers and the node's lease runs.</summary>
internal sealed class CatalogHealth(CatalogDatabase catalog, LeasedNode node, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = catalog.CreateContext();
        await database.Shards.AnyAsync(cancellationToken);
        return clock.GetUtcNow().UtcDateTime < node.ExpiresAt ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The node's lease has run out.");
    }
}
