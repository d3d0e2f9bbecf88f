using System.Diagnostics;
using System.Globalization;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Storage;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>This program as a process that does nothing but import a file, so that its memory is that of an import.</summary>
internal static class ImportingProcess
{
    /// <summary>What the process is asked to do.</summary>
    public const string Name = "importing-process";

    /// <summary>Starts one and tells what it measured.</summary>
    public static async Task<(double Seconds, double Megabytes)> MeasureAsync(Provider provider, string path)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), Name, provider.ToString(), path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (double.Parse(told[0], CultureInfo.InvariantCulture), double.Parse(told[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The importing process ended with {process.ExitCode}.");
    }

    /// <summary>Imports the file in this process.</summary>
    public static async Task<int> RunAsync(Provider provider, string path)
    {
        await using var import = await RetailImport.CreateAsync(provider);
        Memory.Settle();
        var (seconds, run) = await import.RunAsync(path);
        using var self = Process.GetCurrentProcess();
        await Console.Out.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{seconds} {self.PeakWorkingSet64 / 1e6}"));
        return run.Created > 0 ? 0 : 1;
    }

    /// <summary>The program's own file, where it is run by <c>dotnet</c> and not by a host of its own.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ImportingProcess).Assembly.Location] : [];
}
