using System.Diagnostics;
using System.IO.Compression;
using ClientLedger.Imports;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Jobs;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>A tenant that imports the UCI Online Retail file as the product does it: uploaded, planned as it is recognised, written by the job.</summary>
internal sealed class RetailImport : IAsyncDisposable
{
    /// <summary>Lines of the whole file.</summary>
    public const int AllLines = 541_909;

    private const string Name = "online_retail.csv", Holder = "benchmark";

    private readonly TwoTenants tenants;
    private readonly JobBell bell = new();
    private readonly UploadedFiles files;
    private readonly ImportRuns imports;

    private RetailImport(TwoTenants tenants)
    {
        this.tenants = tenants;
        files = new UploadedFiles(tenants.Ids, tenants.Clock, FileLimits.Default);
        imports = new ImportRuns(files, new JobRuns(tenants.Catalog, bell, tenants.Clock), tenants.Clock);
    }

    /// <summary>What is written into; another one of its kind has the same rows before the import.</summary>
    public TestLedger Ledger => tenants.Stored;

    public static async Task<RetailImport> CreateAsync(Provider provider) => new(await TwoTenants.CreateAsync(provider));

    /// <summary>The tenant's id.</summary>
    public async Task<int> TenantAsync() => (await OpenAsync()).TenantId;

    /// <summary>Writes the first lines of the file, below their headings, to another.</summary>
    public static async Task CutAsync(int lines, string path)
    {
        await using var packed = File.OpenRead(SharedFolder.PathOf("online-retail/online_retail.csv.gz"));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        await using var writer = new StreamWriter(path);
        for (var line = 0; line <= lines && await reader.ReadLineAsync() is { } text; line++)
        {
            await writer.WriteAsync(text + "\n");
        }
    }

    /// <summary>Imports a file and tells how long the job was at work, and what became of the lines.</summary>
    public async Task<(double Seconds, ImportRun Run)> RunAsync(string path)
    {
        var scope = await OpenAsync();
        await using var content = File.OpenRead(path);
        var (id, _) = await files.ReceiveAsync(scope, Name, content, CancellationToken.None);
        var plan = PlanGuess.Of(scope.Schema, imports.Preview(scope, await imports.FindAsync(scope, id, default), null))!;
        await imports.PlanAsync(scope, id, plan, default);
        await imports.StartAsync(scope, id, default);
        var runner = await RunnerAsync();
        var watch = Stopwatch.StartNew();
        await runner.RunNextAsync(default);
        return (watch.Elapsed.TotalSeconds, await imports.FindAsync(scope, id, default));
    }

    public async ValueTask DisposeAsync()
    {
        bell.Dispose();
        await tenants.DisposeAsync();
    }

    private Task<LedgerScope> OpenAsync() => tenants.OpenAsync(TwoTenants.Acme);

    private async Task<JobRunner> RunnerAsync()
    {
        await using var context = tenants.Catalog.CreateContext();
        context.NodeLeases.Add(new() { Node = 1, Holder = Holder, ExpiresAt = tenants.Clock.Now().AddMinutes(1) });
        await context.SaveChangesAsync();
        return new JobRunner(
            tenants.Catalog, tenants.Shards, new JobLeases(tenants.Catalog, Holder, tenants.Clock), tenants.Scopes, tenants.Writing, [new ImportLines(files)], new WaitingPeople(),
            tenants.Clock, NullLogger<JobRunner>.Instance);
    }
}
