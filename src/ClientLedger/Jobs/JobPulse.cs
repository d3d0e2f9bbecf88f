using ClientLedger.Storage;

namespace ClientLedger.Jobs;

/// <summary>Tells whether this process's workers are alive: each is at work, or has asked for work a moment ago.</summary>
public sealed class JobPulse(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private long asked = clock.Now().Ticks;
    private int atWork;

    /// <summary>Whether a worker is at work, or has been told within a minute that there is none.</summary>
    public bool IsAlive => Volatile.Read(ref atWork) > 0 || clock.Now().Ticks - Interlocked.Read(ref asked) <= Patience.Ticks;

    /// <summary>Runs what is due next for a worker.</summary>
    /// <param name="work">Does it; an error is one of asking.</param>
    public async Task<bool> BeatAsync(Func<Task<bool>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Interlocked.Increment(ref atWork);
        try
        {
            var did = await work();
            Interlocked.Exchange(ref asked, clock.Now().Ticks);
            return did;
        }
        finally
        {
            Interlocked.Decrement(ref atWork);
        }
    }
}
