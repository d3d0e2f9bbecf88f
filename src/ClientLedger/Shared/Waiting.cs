namespace ClientLedger.Shared;

/// <summary>Waits that end by themselves.</summary>
internal static class Waiting
{
    /// <summary>Waits for something, but no longer than told.</summary>
    /// <param name="wait">Waits until it is cancelled.</param>
    /// <returns>Whether it came.</returns>
    public static async Task<bool> ForAsync(Func<CancellationToken, Task> wait, TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = clock.CreateTimer(_ => ends.Cancel(), null, most, Timeout.InfiniteTimeSpan);
        try
        {
            await wait(ends.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
