using System.Collections.Concurrent;
using ClientLedger.Jobs;
using ClientLedger.Postgres;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ClientLedger.Tests.Jobs;

/// <summary>Jobs under which the databases' connections are cut, on a database whose driver calls that passing and is asked again by nobody but us.</summary>
public sealed class OutageTests
{
    private const string Watcher = "watcher";

    /// <summary>So long a test waits for what never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_run_goes_on_to_its_end_when_all_connections_are_cut_in_its_middle()
    {
        await using var jobs = await JobCase.CreateAsync(Provider.Postgres);
        var cut = new ConcurrentDictionary<(int Batch, bool IsWithin), bool>();
        var runner = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = (number, _, _) => number is 2 or 3 && cut.TryAdd((number, false), true) ? CutAsync(jobs) : Task.CompletedTask,
            Within = number => number is 4 && cut.TryAdd((number, true), true) ? CutAsync(jobs) : Task.CompletedTask,
        });
        var ids = new[] { await jobs.QueueAsync(TwoTenants.Acme), await jobs.QueueAsync(TwoTenants.Globex) };
        using var service = new RunQueuedJobs(runner, jobs.Bell, new JobPulse(jobs.Tenants.Clock), jobs.Tenants.Clock, NullLogger<RunQueuedJobs>.Instance);
        await service.StartAsync(default);

        var watched = WatchedCatalog(jobs);
        using var patience = new CancellationTokenSource(Patience);
        while (!service.ExecuteTask!.IsCompleted && await NotOverAsync(watched, patience.Token))
        {
            // Only the clock lets beats come, and runs that were broken off.
            jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(service.ExecuteTask.IsCompleted);
        await service.StopAsync(default);
        Assert.Equal(3, cut.Count);
        foreach (var id in ids)
        {
            Assert.Equal(JobState.Succeeded, (await jobs.RunAsync(id)).State);
        }

        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Globex));
    }

    [Fact]
    public async Task A_run_tells_how_far_it_is_when_the_catalog_answers_again()
    {
        await using var jobs = await JobCase.CreateAsync(Provider.Postgres);
        var (watched, id) = (WatchedCatalog(jobs), await jobs.QueueAsync(TwoTenants.Acme));
        await jobs.QueueAsync(TwoTenants.Globex);
        var runner = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = async (number, _, _) =>
            {
                if (number == 3)
                {
                    await PostgresCluster.CutAsync(jobs.Tenants.CatalogAddress, Watcher);
                    using var patience = new CancellationTokenSource(Patience);
                    while (await DoneAsync(watched, id, patience.Token) < 2)
                    {
                        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
                    }
                }
            },
        });

        Assert.True(await runner.RunNextAsync(default));

        Assert.Equal((JobState.Succeeded, 1), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Attempt));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
        Assert.Empty(await jobs.CustomersAsync(TwoTenants.Globex));
    }

    [Fact]
    public async Task A_batch_whose_race_was_lost_in_the_work_beside_it_is_made_anew()
    {
        await using var jobs = await JobCase.CreateAsync(Provider.Postgres);
        var races = 0;
        var runner = await jobs.ProcessAsync("a", new CountingJob
        {
            // As EF tells of a deadlock.
            Within = number => number == 3 && races++ == 0
                ? throw new InvalidOperationException("Transient.", new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected))
                : Task.CompletedTask,
        });
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        Assert.True(await runner.RunNextAsync(default));

        Assert.Equal((JobState.Succeeded, 1, 2), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Attempt, races));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
        Assert.Empty(await jobs.CustomersAsync(TwoTenants.Globex));
    }

    /// <summary>The catalog on connections of its own, which nobody cuts.</summary>
    private static CatalogDatabase WatchedCatalog(JobCase jobs) => new(
        Provider.Postgres,
        PostgresCatalog.Options(new NpgsqlConnectionStringBuilder(jobs.Tenants.CatalogAddress) { ApplicationName = Watcher, Pooling = false }.ConnectionString));

    private static async Task CutAsync(JobCase jobs)
    {
        await PostgresCluster.CutAsync(jobs.Tenants.CatalogAddress, Watcher);
        await PostgresCluster.CutAsync(jobs.Tenants.OwnerAddress, Watcher);
    }

    private static async Task<bool> NotOverAsync(CatalogDatabase catalog, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return (await context.JobRuns.AsNoTracking().ToListAsync(cancellationToken)).Exists(run => !run.IsOver);
    }

    private static async Task<long> DoneAsync(CatalogDatabase catalog, long id, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.JobRuns.Where(run => run.Id == id).Select(run => run.Done).SingleAsync(cancellationToken);
    }
}
