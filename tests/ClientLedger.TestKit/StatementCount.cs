using System.Collections.Concurrent;
using System.Diagnostics;

namespace ClientLedger.TestKit;

/// <summary>Counts the commands that a piece of work sends to PostgreSQL, by the spans that its client emits.</summary>
public static class StatementCount
{
    private const string Client = "Npgsql", TextTag = "db.query.text";

    /// <summary>How many commands the work sent; what others send meanwhile isn't counted.</summary>
    public static async Task<int> OfAsync(Func<Task> work) => (await TextsOfAsync(work)).Count;

    /// <summary>The texts of the commands that the work sent, in their order, without their values.</summary>
    public static async Task<IReadOnlyList<string>> TextsOfAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var root = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start();
        var texts = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Client,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                // A connection that is opened is a span without a text.
                if (span.TraceId == root.TraceId && span.GetTagItem(TextTag) is string text)
                {
                    texts.Enqueue(text);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return [.. texts];
    }
}
