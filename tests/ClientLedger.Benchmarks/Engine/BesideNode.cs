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

    /// <summary>How many times as fast the engine does the same: the median of the rounds.</summary>
    /// <param name="request">What <c>bench.mjs</c> is asked for.</param>
    /// <param name="call">The same, by the engine.</param>
    /// <param name="sheet">Where the times are written down.</param>
    /// <param name="what">What they are of.</param>
    public async Task<double> MeasureAsync(object request, Action call, Sheet sheet, string what)
    {
        var line = JsonSerializer.Serialize(request);
        List<double> node = [], own = [], ratios = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            using var answer = JsonDocument.Parse((await script.AskAsync([line]))[0]);
            var reference = answer.RootElement.GetProperty("microseconds").GetDouble() / answer.RootElement.GetProperty("calls").GetDouble();
            var engine = Time(call);
            if (round >= 0)
            {
                node.Add(reference);
                own.Add(engine);
                ratios.Add(reference / engine);
            }
        }

        sheet.Report(what, $"graphql-js {new Times(node).Median:F1} µs, engine {new Times(own).Median:F1} µs, {Allocated(call):N0} bytes allocated");
        return new Times(ratios).Median;
    }

    public void Dispose() => script.Dispose();

    /// <summary>Microseconds of one call.</summary>
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
