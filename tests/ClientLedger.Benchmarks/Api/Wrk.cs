using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Api;

/// <summary>What <c>wrk</c> measured.</summary>
/// <param name="Requests">Those that were answered.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Median">Milliseconds of the half that was faster.</param>
/// <param name="Slow">Milliseconds that one in a hundred exceeds.</param>
/// <param name="Failures">Answers that weren't good, and none.</param>
internal sealed record Load(long Requests, double Seconds, double Median, double Slow, long Failures)
{
    public double PerSecond => Requests / Seconds;
}

/// <summary>The load generator <c>wrk</c>, one thread of it.</summary>
internal static class Wrk
{
    /// <summary>Sends the requests of a file round and round.</summary>
    /// <param name="server">Address without a path.</param>
    /// <param name="requests">File of requests, as <c>requests.lua</c> reads it.</param>
    public static async Task<Load> RunAsync(Uri server, string requests, int connections, int seconds)
    {
        var script = Repository.PathOf("tests/ClientLedger.Benchmarks/Api/requests.lua");
        string[] arguments = ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "-s", script, server.AbsoluteUri, "--", requests];
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var told = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            var figures = told.Split('\n').Single(line => line.StartsWith("FIGURES ", StringComparison.Ordinal)).Split(' ')[1..].Select(figure => long.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            return new(figures[0], figures[1] / 1e6, figures[2] / 1e3, figures[3] / 1e3, figures[4]);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("wrk can't be started: is it installed? apt-get install wrk", missing);
        }
    }
}
