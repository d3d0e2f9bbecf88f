using System.Diagnostics;

namespace ClientLedger.TestKit;

/// <summary>Counts the commands that a piece of work sends to PostgreSQL, by the spans that its client emits.</summary>
public static class StatementCount
{
    private const string Client = "Npgsql";

    /// <summary>How many commands the work sent; what others send meanwhile isn't counted.</summary>
    public static async Task<int> OfAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var root = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start();
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Client,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.TraceId == root.TraceId)
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }
}
