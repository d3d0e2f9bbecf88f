using System.Text;
using ClientLedger.Access;
using ClientLedger.Imports;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Jobs;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Refused;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Jobs;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>Two tenants who import files, from the upload to the refused lines.</summary>
internal sealed class ImportCase : IAsyncDisposable
{
    private readonly JobCase jobs;

    private ImportCase(JobCase jobs, FileLimits limits)
    {
        this.jobs = jobs;
        Files = new UploadedFiles(jobs.Tenants.Ids, jobs.Tenants.Clock, limits);
        Imports = new ImportRuns(Files, jobs.Runs, jobs.Tenants.Clock);
    }

    public TwoTenants Tenants => jobs.Tenants;

    public JobCase Jobs => jobs;

    public UploadedFiles Files { get; }

    public ImportRuns Imports { get; }

    public static async Task<ImportCase> CreateAsync(Provider provider, FileLimits? limits = null) => new(await JobCase.CreateAsync(provider), limits ?? FileLimits.Default);

    public Task<LedgerScope> OpenAsync(string tenant = TwoTenants.Acme, Actor? actor = null) => Tenants.OpenAsync(tenant, actor);

    /// <summary>A process that imports.</summary>
    /// <param name="batch">Lines in a batch; as many as the product takes where none is named.</param>
    public Task<JobRunner> ProcessAsync(int? batch = null, string holder = "a") => jobs.ProcessAsync(holder, new ImportLines(Files) { BatchLines = batch });

    /// <summary>Uploads a file and tells the id of its import.</summary>
    public async Task<long> UploadAsync(LedgerScope scope, byte[] content, string name = "file.csv")
    {
        var (id, refusals) = await Files.ReceiveAsync(scope, name, new MemoryStream(content), CancellationToken.None);
        Assert.Empty(refusals);
        return id;
    }

    /// <summary>Uploads a file, plans it and starts its import.</summary>
    /// <param name="plan">What is made of the plan that is guessed.</param>
    public async Task<long> StartAsync(LedgerScope scope, byte[] content, string name = "file.csv", Func<ImportPlan, ImportPlan>? plan = null)
    {
        var id = await UploadAsync(scope, content, name);
        var guessed = PlanGuess.Of(scope.Schema, Imports.Preview(scope, await Imports.FindAsync(scope, id, default), null))!;
        Assert.Empty(await Imports.PlanAsync(scope, id, plan is null ? guessed : plan(guessed), default));
        Assert.Empty(await Imports.StartAsync(scope, id, default));
        return id;
    }

    /// <summary>Imports a file from upload to end, which must succeed, and tells what became of it.</summary>
    public async Task<ImportRun> ImportAsync(LedgerScope scope, byte[] content, string name = "file.csv", Func<ImportPlan, ImportPlan>? plan = null, int? batch = null)
    {
        var id = await StartAsync(scope, content, name, plan);
        await (await ProcessAsync(batch)).RunNextAsync(default);
        return await DoneAsync(scope, id);
    }

    /// <summary>The same for a table written out in a test.</summary>
    public Task<ImportRun> ImportAsync(LedgerScope scope, string table, ImportPlan? plan = null, int? batch = null) =>
        ImportAsync(scope, Encoding.UTF8.GetBytes(table), "file.csv", guessed => plan ?? guessed, batch);

    /// <summary>An import whose job must have succeeded.</summary>
    public async Task<ImportRun> DoneAsync(LedgerScope scope, long id)
    {
        Assert.Equal(("", JobState.Succeeded), (await FailureAsync(scope, id), (await jobs.RunAsync(id)).State));
        var run = await Imports.FindAsync(scope, id, default);
        Assert.Equal(run.Lines, LineCounts.Of(run).All);
        return run;
    }

    /// <summary>Why a run failed; empty when it didn't.</summary>
    public async Task<string> FailureAsync(LedgerScope scope, long id) =>
        await jobs.CheckpointAsync(scope.TenantName, id) is { Failure: { } failure } ? string.Join(' ', KeptRefusals.FromJson(failure).Select(refusal => refusal.In(Language.English))) : "";

    /// <summary>The refused lines as the user gets them.</summary>
    public static async Task<byte[]> RefusedAsync(LedgerScope scope, ImportRun run, Language language = Language.English)
    {
        using var output = new MemoryStream();
        await RefusedFile.WriteAsync(scope, run, output, language, CancellationToken.None);
        return output.ToArray();
    }

    /// <summary>Everything that a tenant has.</summary>
    public async Task<PlainLedger> StoredAsync(string tenant = TwoTenants.Acme) => await StoredLedger.ReadAsync(await OpenAsync(tenant));

    public ValueTask DisposeAsync() => jobs.DisposeAsync();
}
