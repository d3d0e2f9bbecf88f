using ClientLedger.Access;
using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.Jobs;

/// <summary>Two tenants with jobs, and any number of processes that run them.</summary>
internal sealed class JobCase : IAsyncDisposable
{
    private JobCase(TwoTenants tenants)
    {
        Tenants = tenants;
        Runs = new JobRuns(tenants.Catalog, Bell, tenants.Clock);
        Shards = tenants.Shards;
    }

    public TwoTenants Tenants { get; }

    public JobBell Bell { get; } = new();

    public WaitingPeople People { get; } = new();

    public JobRuns Runs { get; }

    /// <summary>Where processes find the ledgers of their runs.</summary>
    public Shards Shards { get; set; }

    public static async Task<JobCase> CreateAsync(Provider provider) => new(await TwoTenants.CreateAsync(provider));

    /// <summary>A process that knows these kinds of jobs; its node's lease lasts a minute.</summary>
    public async Task<JobRunner> ProcessAsync(string holder, params IJob[] jobs)
    {
        await using var context = Tenants.Catalog.CreateContext();
        if (!await context.NodeLeases.AnyAsync(lease => lease.Holder == holder))
        {
            context.NodeLeases.Add(new() { Node = await context.NodeLeases.CountAsync() + 1, Holder = holder, ExpiresAt = Tenants.Clock.Now().AddMinutes(1) });
            await context.SaveChangesAsync();
        }

        return new JobRunner(
            Tenants.Catalog, Shards, new JobLeases(Tenants.Catalog, holder, Tenants.Clock), Tenants.Scopes, Tenants.Writing, jobs, People, Tenants.Clock, NullLogger<JobRunner>.Instance);
    }

    /// <summary>Queues a run of a tenant, as its owner where nobody else is named, and tells its id.</summary>
    public async Task<long> QueueAsync(string tenant, string kind = CountingJob.Name, Actor? actor = null)
    {
        var id = Tenants.Ids.Next();
        Assert.True(await Runs.QueueAsync(await Tenants.OpenAsync(tenant, actor), kind, id, CancellationToken.None));
        return id;
    }

    /// <summary>A run as the catalog has it.</summary>
    public async Task<JobRun> RunAsync(long id)
    {
        await using var context = Tenants.Catalog.CreateContext();
        return await context.JobRuns.AsNoTracking().SingleAsync(run => run.Id == id);
    }

    /// <summary>The checkpoint of a run in a tenant's ledger, or null.</summary>
    public async Task<JobCheckpoint?> CheckpointAsync(string tenant, long id)
    {
        var scope = await Tenants.OpenAsync(tenant);
        await using var context = Tenants.Ledger.CreateContext(scope.TenantId);
        return await context.Set<JobCheckpoint>().AsNoTracking().SingleOrDefaultAsync(checkpoint => checkpoint.RunId == id);
    }

    /// <summary>The names of a tenant's customers, in their order.</summary>
    public async Task<IReadOnlyList<string>> CustomersAsync(string tenant) =>
        [.. (await StoredLedger.ReadAsync(await Tenants.OpenAsync(tenant))).Records.Select(record => (string)record["name"]!).Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync()
    {
        Bell.Dispose();
        return Tenants.DisposeAsync();
    }
}

/// <summary>Makes a customer a batch, named by its number, up to five.</summary>
[DoorAccess(Admission.Member)]
internal sealed class CountingJob : IJob
{
    public const string Name = "counting";
    public const int Total = 5;

    public string Kind { get; init; } = Name;

    /// <summary>What happens before the batch of a number is made.</summary>
    public Func<int, RunningJob, CancellationToken, Task> Before { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>What happens in the transaction of the batch of a number.</summary>
    public Func<int, Task> Within { get; init; } = _ => Task.CompletedTask;

    public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
    {
        job.Total = Total;
        for (var number = job.Position is { } last ? last[0] - '0' + 1 : 1; number <= Total; number++)
        {
            await Before(number, job, cancellationToken);
            await job.ApplyAsync(
                _ => new JobBatch(
                    new ChangeSet(Door.Job, [WriteGateTests.Create("customer", ("name", Text(number)))]) { AllOrNothing = false, Duplicates = DuplicatePolicy.Create },
                    Text(number),
                    number)
                {
                    Beside = (_, _, _) => Within(number),
                },
                cancellationToken);
            job.Findings = new Dictionary<string, long> { ["created"] = number };
        }
    }

    public static string Text(int number) => ((char)('0' + number)).ToString();

    /// <summary>The names of all that a whole run makes.</summary>
    public static IEnumerable<string> All => Enumerable.Range(1, Total).Select(Text);
}
