using System.Diagnostics;

namespace ClientLedger.Benchmarks.Measuring;

/// <summary>What was left lying about by the one who was measured before isn't put down to the next.</summary>
internal static class Memory
{
    public static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    /// <summary>How long something takes on a tidy heap.</summary>
    public static async Task<double> SecondsAsync(Func<Task> work)
    {
        Settle();
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
