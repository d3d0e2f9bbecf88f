using System.Diagnostics;
using System.Text.Json;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>Measures the engine beside the reference implementation, in turns: Node.js measures itself, so that what passes between the processes doesn't count.</summary>
internal sealed class BesideNode : IDisposable
{
    // Both compile anew what turns out to be used much, which takes a second of use on a busy machine. Short turns let whatever else the machine does hit both.
    private const int WarmUps = 20;
    private const int Rounds = 31;
    private const int Milliseconds = 60;

    private readonly NodeScript script = new(Path.Combine(NodePackages.Reference, "bench.mjs"));

    /// <summary>
    /// Measures cases one after the other, once both have done all of them: each compiles for what it has met, and a server meets everything.
    /// </summary>
    /// <param name="cases">What is measured, what <c>bench.mjs</c> is asked for, and the same by the engine.</param>
    /// <param name="sheet">Where the times are written down, and how many times as fast the engine is: the median of the rounds.</param>
    /// <param name="bar">How many times as fast it should be.</param>
    public async Task MeasureAsync(IReadOnlyList<(string What, object Request, Action Call)> cases, Sheet sheet, double bar)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            foreach (var (_, request, call) in cases)
            {
                await TimeNodeAsync(request);
                Time(call);
            }
        }

        foreach (var (what, request, call) in cases)
        {
            List<double> node = [], own = [], ratios = [];
            for (var round = 0; round < Rounds; round++)
            {
                node.Add(await TimeNodeAsync(request));
                own.Add(Time(call));
                ratios.Add(node[^1] / own[^1]);
            }

            sheet.Report(what, $"graphql-js {new Times(node).Median:F1} µs, engine {new Times(own).Median:F1} µs, {Allocated(call):N0} bytes allocated");
            sheet.AtLeast($"times as fast, {what}", new Times(ratios).Median, bar);
        }
    }

    public void Dispose() => script.Dispose();

    /// <summary>Microseconds of one call of the reference implementation.</summary>
    private async Task<double> TimeNodeAsync(object request)
    {
        using var answer = JsonDocument.Parse((await script.AskAsync([JsonSerializer.Serialize(request)]))[0]);
        return answer.RootElement.GetProperty("microseconds").GetDouble() / answer.RootElement.GetProperty("calls").GetDouble();
    }

    /// <summary>Microseconds of one call of the engine.</summary>
    private static double Time(Action call)
    {
        var start = Stopwatch.GetTimestamp();
        var calls = 0;
        do
        {
            for (var i = 0; i < 10; i++)
            {
                call();
            }

            calls += 10;
        }
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < Milliseconds);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
    }

    private static long Allocated(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A request for a kind of work, for as long as a round lasts.</summary>
    public static object Request(string work, string document, string? schema = null, JsonElement? root = null) => new { work, milliseconds = Milliseconds, document, schema, root };
}
