using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClientLedger.Web.Composition;

/// <summary>Healthy while every ledger database answers. It is asked for a tenant that there is none of.</summary>
internal sealed class LedgersHealth(Shards shards) : IHealthCheck
{
    private const int NoTenant = 0;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var name in shards.Names)
        {
            await using var ledger = shards[name].CreateContext(NoTenant);
            await ledger.Set<ScopeStamp>().AnyAsync(cancellationToken);
        }

        return HealthCheckResult.Healthy();
    }
}
