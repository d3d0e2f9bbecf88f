namespace ClientLedger.Jobs;

/// <summary>Units a second over the last while, so that a rate neither jumps about nor remembers a slow beginning for ever.</summary>
internal sealed class JobRate
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(20);

    private readonly Queue<(DateTime At, long Done)> seen = new();

    /// <summary>Takes in how far the job is, and tells the rate; 0 until two moments are known.</summary>
    public double Take(DateTime at, long done)
    {
        seen.Enqueue((at, done));
        while (seen.Count > 2 && seen.Peek().At < at - While)
        {
            seen.Dequeue();
        }

        var (began, from) = seen.Peek();
        var seconds = (at - began).TotalSeconds;
        return seconds > 0 ? (done - from) / seconds : 0;
    }
}
