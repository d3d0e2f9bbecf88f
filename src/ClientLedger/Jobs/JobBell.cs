namespace ClientLedger.Jobs;

/// <summary>Wakes this process's runners when a run was queued here; those of other nodes look by themselves.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>Wakes one runner.</summary>
    public void Ring() => rung.Release();

    /// <summary>Waits until it rings, or as long as told.</summary>
    internal async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => ends.Cancel(), null, most, Timeout.InfiniteTimeSpan);
        try
        {
            await rung.WaitAsync(ends.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is time to look.
        }
    }

    public void Dispose() => rung.Dispose();
}
