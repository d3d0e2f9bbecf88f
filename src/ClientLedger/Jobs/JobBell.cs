using ClientLedger.Shared;

namespace ClientLedger.Jobs;

/// <summary>Wakes this process's runners when a run was queued here; those of other nodes look by themselves.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>Wakes one runner.</summary>
    public void Ring() => rung.Release();

    /// <summary>Waits until it rings, or as long as told.</summary>
    /// <returns>Whether it rang.</returns>
    internal Task<bool> WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken) => Waiting.ForAsync(rung.WaitAsync, most, clock, cancellationToken);

    public void Dispose() => rung.Dispose();
}
