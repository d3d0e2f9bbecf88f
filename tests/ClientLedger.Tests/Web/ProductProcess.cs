using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>The product as a process of its own, which knows nothing of the one that tests it. Disposed of, it is gone.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly Lock gate = new();
    private readonly StringBuilder printed = new();
    private readonly Task reading;
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool hasEnded;

    private ProductProcess(Process process)
    {
        this.process = process;
        reading = ReadAsync();
    }

    /// <summary>Of the build that the tests run from: bin/Release/net10.0.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Of the base host.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts dotnet, which is told nothing that this process was told.</summary>
    public static Process Start(string at, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = at };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("CLIENTLEDGER_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT").ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Starts dotnet and waits until it listens.</summary>
    public static async Task<ProductProcess> ListenAsync(string at, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var product = new ProductProcess(Start(at, arguments, variables));
        try
        {
            product.Address = new UriBuilder((await product.PrintsAsync(@"http://127\.0\.0\.1:[1-9]\d*")).Value) { Host = "localhost" }.Uri;
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until something was printed that matches.</summary>
    public async Task<Match> PrintsAsync(string pattern)
    {
        var ends = DateTime.UtcNow + Patience;
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (Regex.Match(printed.ToString(), pattern, RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } found)
                {
                    return found;
                }

                Assert.False(hasEnded, $"The program ended before it printed {pattern}: {printed}");
                next = more.Task;
            }

            await next.WaitAsync(ends - DateTime.UtcNow);
        }
    }

    /// <summary>A browser that has signed in nowhere.</summary>
    public LedgerVisitor Visit(Language language) => new(
        cookies => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address }, language);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    /// <summary>What it prints is read to its end, so that it never waits for a reader.</summary>
    private async Task ReadAsync()
    {
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync();
            TaskCompletionSource waiting;
            lock (gate)
            {
                printed.AppendLine(line);
                hasEnded = line is null;
                (waiting, more) = (more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            waiting.TrySetResult();
            if (line is null)
            {
                return;
            }
        }
    }
}
