using System.Globalization;
using ClientLedger.Benchmarks.Api;
using ClientLedger.Benchmarks.Engine;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Benchmarks.Pages;
using ClientLedger.Benchmarks.Searching;
using ClientLedger.Benchmarks.Writing;
using ClientLedger.Storage;

namespace ClientLedger.Benchmarks;

/// <summary>
/// Measures the figures that were asked for: <c>list</c> prints their names, a name measures one, nothing measures all. The exit code is 1 when
/// one is short of its bar.
/// </summary>
internal static class BenchmarkProgram
{
    private static readonly SortedDictionary<string, Figure> Figures = new(
        ((Figure[])
        [
            .. PageFigures.All, SearchFigure.Search, .. WriteFigures.All, .. ImportFigures.All,
            ParseFigure.Parse, ValidateFigure.Validate, ExecuteFigure.Execute, ExecuteFigure.Allocation, OverlayFigure.Overlay, ApiSpeedFigure.Speed, ManyTenantsFigure.Figure,
        ]).ToDictionary(figure => figure.Name),
        StringComparer.Ordinal);

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["list"] && Collector.IsUnset)
        {
            return await Collector.RunAgainAsync(arguments);
        }

        // A quarter of a small server's memory, as PostgreSQL's manual advises; the cluster of tests makes do with less.
        Environment.SetEnvironmentVariable("CLIENTLEDGER_POSTGRES_OPTIONS", "-c shared_buffers=2GB -c effective_cache_size=6GB -c max_wal_size=8GB");
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is [ImportingProcess.Name, var provider, var path])
        {
            return await ImportingProcess.RunAsync(Enum.Parse<Provider>(provider), path);
        }

        if (arguments is ["list"])
        {
            foreach (var figure in Figures.Values)
            {
                await Console.Out.WriteLineAsync($"{figure.Name,-18} {figure.Claim}");
            }

            return 0;
        }

        var isShort = false;
        foreach (var name in arguments is [] ? [.. Figures.Keys] : arguments)
        {
            if (!Figures.TryGetValue(name, out var figure))
            {
                await Console.Error.WriteLineAsync($"No figure is named '{name}'. 'list' prints the names.");
                return 2;
            }

            var sheet = new Sheet(figure, Console.Out);
            await figure.Measure(sheet);
            sheet.Close();
            isShort |= sheet.IsShort;
        }

        return isShort ? 1 : 0;
    }
}
