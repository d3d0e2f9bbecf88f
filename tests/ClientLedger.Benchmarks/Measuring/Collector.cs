using System.Diagnostics;
using System.Globalization;

namespace ClientLedger.Benchmarks.Measuring;

/// <summary>
/// How much new objects may take before the collector looks which are still used. Left alone, it does so each 2.5 MiB on the machines that this was measured
/// on, and for what makes many small objects each look costs more than it finds. The product is run with more, and so is everything that is measured, what
/// runs beside it too.
/// </summary>
internal static class Collector
{
    private const string Variable = "DOTNET_GCgen0size", Size = "0x4000000";

    /// <summary>The runtime reads it when a process starts; it can't be set within.</summary>
    public static bool IsUnset => Environment.GetEnvironmentVariable(Variable) is null;

    public static string Told => $"new objects take {long.Parse(Environment.GetEnvironmentVariable(Variable)!.Replace("0x", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 20} MiB before they are collected";

    /// <summary>Runs this program with it, and gives its exit code.</summary>
    public static async Task<int> RunAgainAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { Environment = { [Variable] = Size } };
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        foreach (var argument in isHosted ? [typeof(Collector).Assembly.Location, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("It doesn't start.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
