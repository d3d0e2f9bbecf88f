using System.Diagnostics;

namespace ClientLedger.Benchmarks.Measuring;

/// <summary>
/// Times of two or more ways of doing the same, taken in turns (A B A B …), so that whatever else the machine does hits all alike. Only their
/// ratios mean anything.
/// </summary>
internal static class Rounds
{
    /// <summary>Microseconds of every call of every way.</summary>
    /// <param name="rounds">Turns that count.</param>
    /// <param name="warmUp">Turns before them that don't.</param>
    /// <param name="calls">Calls of one way before the next has its turn.</param>
    public static async Task<Times[]> TakeAsync(int rounds, int warmUp, int calls, params Func<Task>[] ways)
    {
        var taken = ways.Select(_ => new List<double>(rounds * calls)).ToArray();
        for (var round = -warmUp; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                for (var call = 0; call < calls; call++)
                {
                    var start = Stopwatch.GetTimestamp();
                    await ways[way]();
                    var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                    if (round >= 0)
                    {
                        taken[way].Add(elapsed);
                    }
                }
            }
        }

        return [.. taken.Select(times => new Times(times))];
    }
}

/// <summary>Microseconds, of which quantiles are taken.</summary>
internal sealed class Times(IEnumerable<double> microseconds)
{
    private readonly double[] sorted = [.. microseconds.Order()];

    public int Count => sorted.Length;

    public double Median => Quantile(0.5);

    /// <summary>The value that this share of all doesn't exceed.</summary>
    public double Quantile(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    public override string ToString() => $"median {Median:F0} µs, p95 {Quantile(0.95):F0} µs of {Count}";
}
