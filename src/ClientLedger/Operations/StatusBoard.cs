using System.Reflection;
using ClientLedger.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClientLedger.Operations;

/// <summary>How a part of the service does.</summary>
/// <param name="Name">Of its check: <c>catalog</c>, <c>ledgers</c>, <c>jobs</c>.</param>
/// <param name="Since">Since when it has been so, as far as this process has seen.</param>
public sealed record PartStatus(string Name, bool IsUp, DateTime Since);

/// <summary>How the service does.</summary>
/// <param name="StartedAt">When this process began.</param>
/// <param name="CheckedAt">When the parts were looked at.</param>
public sealed record ServiceStatus(string Version, DateTime StartedAt, DateTime CheckedAt, IReadOnlyList<PartStatus> Parts)
{
    /// <summary>Whether all parts are up.</summary>
    public bool IsUp => Parts.All(part => part.IsUp);
}

/// <summary>
/// What everybody may know of the service: whether its parts are up. They are looked at in the background (<see cref="Jobs.WatchStatus"/>), and whoever asks is told
/// what was seen last: asking costs nothing, however often it is done. Why a part is down is told to nobody here.
/// </summary>
public sealed class StatusBoard(HealthCheckService checks, TimeProvider clock) : IDisposable
{
    /// <summary>How often the parts are looked at.</summary>
    public static readonly TimeSpan LookedAtEach = TimeSpan.FromSeconds(10);

    /// <summary>What was seen longer ago says nothing of now.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private readonly DateTime startedAt = clock.Now();
    private volatile ServiceStatus? seen;

    /// <summary>The version of the product.</summary>
    public static string Version { get; } = typeof(StatusBoard).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>What was seen last. Parts at which nobody has looked for a minute are down: what looks at them hangs.</summary>
    public async ValueTask<ServiceStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var known = seen;
        if (known is null)
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                known = seen ?? await LookAsync(cancellationToken);
            }
            finally
            {
                gate.Release();
            }
        }

        return clock.Now() - known.CheckedAt <= Stale ? known : known with { Parts = [.. known.Parts.Select(part => part.IsUp ? new PartStatus(part.Name, IsUp: false, known.CheckedAt) : part)] };
    }

    /// <summary>Looks at all parts.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await LookAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<ServiceStatus> LookAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        var (now, before) = (clock.Now(), seen);
        return seen = new ServiceStatus(Version, startedAt, now,
        [
            .. report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry =>
            {
                var isUp = entry.Value.Status != HealthStatus.Unhealthy;
                return before?.Parts.FirstOrDefault(part => part.Name == entry.Key) is { } known && known.IsUp == isUp ? known : new PartStatus(entry.Key, isUp, before is null ? startedAt : now);
            }),
        ]);
    }
}
