using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Tests.Jobs;

/// <summary>What broke off pauses before it goes on, and nobody else waits for it.</summary>
public sealed class PausedRunsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_that_breaks_off_pauses_longer_each_time_while_other_tenants_have_their_turn(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var process = await jobs.ProcessAsync("a", new CountingJob { Before = (number, job, _) => number == 3 && job.TenantId == TestLedger.Acme ? throw new IOException() : Task.CompletedTask });
        var breaking = await jobs.QueueAsync(TwoTenants.Acme);
        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        var (after, beside) = (await jobs.QueueAsync(TwoTenants.Acme), await jobs.QueueAsync(TwoTenants.Globex));

        Assert.True(await process.RunNextAsync(default));
        Assert.True(await process.RunNextAsync(default));
        Assert.False(await process.RunNextAsync(default));

        // The tenant's next one may need what the one that pauses brings.
        Assert.Equal(
            [(JobState.Interrupted, 1), (JobState.Queued, 0), (JobState.Succeeded, 1)],
            new[] { await jobs.RunAsync(breaking), await jobs.RunAsync(after), await jobs.RunAsync(beside) }.Select(run => (run.State, run.Attempt)));
        foreach (var (seconds, attempt) in new[] { (5, 2), (5, 3), (10, 4), (15, 5) })
        {
            jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.False(await process.RunNextAsync(default));
            jobs.Tenants.Clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(await process.RunNextAsync(default));
            Assert.Equal((JobState.Interrupted, attempt), ((await jobs.RunAsync(breaking)).State, (await jobs.RunAsync(breaking)).Attempt));
        }

        // Stopped, it pauses for nobody any more; resumed, it goes on at once.
        await jobs.Runs.CancelAsync(await jobs.Tenants.OpenAsync(TwoTenants.Acme), breaking, default);
        await jobs.Runs.ResumeAsync(await jobs.Tenants.OpenAsync(TwoTenants.Acme), breaking, default);
        var mended = await jobs.ProcessAsync("b", new CountingJob());
        Assert.True(await mended.RunNextAsync(default));
        Assert.Equal((JobState.Succeeded, null), ((await jobs.RunAsync(breaking)).State, (await jobs.RunAsync(breaking)).NotBefore));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Globex));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_whose_ledger_cannot_be_reached_is_not_given_up_and_keeps_nobody_from_working(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var ledger = new Unreachable(jobs.Tenants.Ledger, TestLedger.Acme);
        jobs.Shards = new Shards(new Dictionary<string, LedgerDatabase> { ["main"] = ledger });
        var process = await jobs.ProcessAsync("a", new CountingJob());
        var id = await jobs.QueueAsync(TwoTenants.Acme);
        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        var beside = await jobs.QueueAsync(TwoTenants.Globex);

        Assert.True(await process.RunNextAsync(default));
        Assert.True(await process.RunNextAsync(default));
        Assert.Equal(JobState.Succeeded, (await jobs.RunAsync(beside)).State);
        for (var attempt = 2; attempt <= 20; attempt++)
        {
            Assert.False(await process.RunNextAsync(default));
            jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(5));
            Assert.True(await process.RunNextAsync(default));
            Assert.Equal((JobState.Interrupted, attempt, 0), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Attempt, (await jobs.RunAsync(id)).Strikes));
        }

        ledger.IsBack = true;
        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await process.RunNextAsync(default));
        Assert.Equal(JobState.Succeeded, (await jobs.RunAsync(id)).State);
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Globex));
    }

    /// <summary>A ledger that doesn't let one tenant write, as if the tenant had a shard of its own that is down.</summary>
    private sealed class Unreachable(LedgerDatabase database, int tenant) : ForwardedLedger(database)
    {
        public bool IsBack { get; set; }

        public override ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken) =>
            IsBack || tenantId != tenant ? base.BeginAsync(tenantId, cancellationToken) : throw new NpgsqlException("Connection refused.");
    }
}
