using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Api;

/// <summary>The baseline A1 of <c>shared/bench</c>, built and started: Kestrel and hand-written ADO.NET, nothing between them.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private readonly Process process;

    private ControlServer(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => process.Id;

    /// <summary>Builds it in a folder of its own and starts it on a database.</summary>
    /// <param name="bench">The folder <c>shared/bench</c>.</param>
    public static async Task<ControlServer> StartAsync(string bench, TemporaryFolder folder, string database)
    {
        var (sources, built) = (folder.PathOf("Limit"), folder.PathOf("built"));
        Directory.CreateDirectory(sources);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bench, "csharp", "Limit")))
        {
            File.Copy(file, Path.Combine(sources, Path.GetFileName(file)));
        }

        using (var build = Process.Start(new ProcessStartInfo("dotnet", ["publish", sources, "-c", "Release", "-o", built, "--nologo", "-v", "quiet"]) { RedirectStandardOutput = true, UseShellExecute = false })!)
        {
            var told = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            if (build.ExitCode != 0)
            {
                throw new InvalidOperationException($"A1 can't be built: {told}");
            }
        }

        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(built, "Limit.dll")]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["BENCH_PG"] = database;
        start.Environment["BENCH_URL"] = address.AbsoluteUri.TrimEnd('/');
        var server = new ControlServer(Process.Start(start)!, address);
        try
        {
            await server.WaitAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var content = new StringContent("{}");
                using var answer = await client.PostAsync(new Uri(Address, "/noop"), content);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (attempt < 100 && !process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
