using ClientLedger.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClientLedger.Operations;

/// <summary>Healthy while what runs jobs is at work or asks for some.</summary>
internal sealed class JobsHealth(JobPulse pulse) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.IsAlive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Nobody has asked for jobs for a minute."));
}
