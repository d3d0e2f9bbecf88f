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
            using var process = ProductProcess.Start(Repository.PathOf("src/ClientLedger.Web"),
                ["publish", "--no-build", "--configuration", ProductProcess.Configuration, "--output", published.Program, "--nologo", "-nodeReuse:false"]);
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
    public Task<ProductProcess> StartAsync() => ProductProcess.ListenAsync(
        Path.GetTempPath(), [Path.Combine(Program, "ClientLedger.Web.dll"), "--urls=http://127.0.0.1:0"], ("ASPNETCORE_ENVIRONMENT", "Production"), ("CLIENTLEDGER_DATA", folder.PathOf("data")));

    public void Dispose() => folder.Dispose();
}
