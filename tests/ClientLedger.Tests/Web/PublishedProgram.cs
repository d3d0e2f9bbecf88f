using System.Diagnostics;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>The product, published from the build that the tests run on into a folder of its own.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();

    private PublishedProgram()
    {
    }

    private string Program => folder.PathOf("program");

    /// <summary>Publishes what was built: nothing is compiled again, and what other tests run from stays as it is.</summary>
    public static async Task<PublishedProgram> PublishAsync()
    {
        var published = new PublishedProgram();
        try
        {
            // bin/Release/net10.0
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            using var process = Start(Repository.PathOf("src/ClientLedger.Web"),
                ["publish", "--no-build", "--configuration", configuration, "--output", published.Program, "--nologo", "-nodeReuse:false"]);
            var printed = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
            await process.WaitForExitAsync().WaitAsync(Patience);
            Assert.True(process.ExitCode == 0, printed);
            return published;
        }
        catch
        {
            published.Dispose();
            throw;
        }
    }

    /// <summary>What was published that is named so.</summary>
    public IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Program, pattern, SearchOption.AllDirectories);

    /// <summary>Starts the program on a port of its own and an empty data folder, as somebody would who was given the folder alone.</summary>
    public async Task<Server> StartAsync()
    {
        var process = Start(Path.GetTempPath(), [Path.Combine(Program, "ClientLedger.Web.dll"), "--urls=http://127.0.0.1:0"], ("CLIENTLEDGER_DATA", folder.PathOf("data")));
        var server = new Server(process);
        try
        {
            await server.ListensAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => folder.Dispose();

    private static Process Start(string at, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = at };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("CLIENTLEDGER_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The program at work; disposed of, it is gone.</summary>
    internal sealed class Server(Process process) : IAsyncDisposable
    {
        private readonly TaskCompletionSource<Uri> listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task reading = Task.CompletedTask;

        public Uri Address { get; private set; } = null!;

        /// <summary>Waits for the line of its log that names its address; what it prints later is read, so that it never waits for a reader.</summary>
        public async Task ListensAsync()
        {
            reading = ReadAsync();
            var address = await listens.Task.WaitAsync(Patience);
            Address = new UriBuilder(address) { Host = "localhost" }.Uri;
        }

        /// <summary>A browser that has signed in nowhere.</summary>
        public LedgerVisitor Visit(Language language) => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address }, language);

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            await reading;
            process.Dispose();
        }

        private async Task ReadAsync()
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (Regex.Match(line, @"http://127\.0\.0\.1:[1-9]\d*", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } address)
                {
                    listens.TrySetResult(new Uri(address.Value));
                }
            }

            listens.TrySetException(new InvalidOperationException("The program ended before it listened."));
        }
    }
}
