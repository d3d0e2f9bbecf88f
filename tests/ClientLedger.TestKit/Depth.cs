using System.Globalization;
using System.Security.Cryptography;
using Xunit.Abstractions;

namespace ClientLedger.TestKit;

/// <summary>
/// How deep a run tests: <c>CLIENTLEDGER_DEPTH=quick</c> (the default) or <c>full</c>. Full uses the counts that were asked for
/// and fresh seeds, quick a part of them and fixed seeds.
/// </summary>
public static class Depth
{
    private const int MostRowsInQuick = 20_000;

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("CLIENTLEDGER_DEPTH") switch
    {
        null or "" or "quick" => false,
        "full" => true,
        var other => throw new InvalidOperationException($"CLIENTLEDGER_DEPTH is '{other}': it must be 'quick' or 'full'."),
    };

    /// <summary>The count named in full; in quick a tenth of it, or 20,000 if that is less, and at least one.</summary>
    public static int Count(int full) => IsFull ? full : Math.Clamp(full / 10, 1, MostRowsInQuick);

    /// <summary>
    /// The seed of a random test: the fixed one in quick, a fresh one in full. It is printed, and <c>CLIENTLEDGER_SEED</c>
    /// brings a failed run back.
    /// </summary>
    public static int Seed(int fixedSeed, ITestOutputHelper output)
    {
        var asked = Environment.GetEnvironmentVariable("CLIENTLEDGER_SEED");
        var seed = !string.IsNullOrEmpty(asked) ? int.Parse(asked, CultureInfo.InvariantCulture)
            : IsFull ? RandomNumberGenerator.GetInt32(int.MaxValue)
            : fixedSeed;
        output.WriteLine($"CLIENTLEDGER_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        return seed;
    }
}
