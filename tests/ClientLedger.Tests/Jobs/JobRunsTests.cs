using ClientLedger.Access;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Jobs;

/// <summary>Runs as those see them who asked for them: neither another tenant's nor another person's.</summary>
public sealed class JobRunsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Everybody_sees_stops_and_resumes_its_own_runs_alone(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var member = await jobs.Tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        var mine = await jobs.QueueAsync(TwoTenants.Acme);
        var scope = await jobs.Tenants.OpenAsync(TwoTenants.Acme);
        foreach (var other in new[] { await jobs.Tenants.OpenAsync(TwoTenants.Globex), await jobs.Tenants.OpenAsync(TwoTenants.Acme, member), await jobs.Tenants.OpenAsync(TwoTenants.Acme, Actor.System("test")) })
        {
            Assert.Null(await jobs.Runs.FindAsync(other, mine, default));
            Assert.Empty(await jobs.Runs.FindAsync(other, [mine], default));
            Assert.Empty(await jobs.Runs.NewestAsync(other, 10, default));
            Assert.Equal("jobs.runUnknown", (await Assert.ThrowsAsync<RefusedException>(() => jobs.Runs.CancelAsync(other, mine, default))).Refusal.Code.Code);
            Assert.Equal("jobs.runUnknown", (await Assert.ThrowsAsync<RefusedException>(() => jobs.Runs.ResumeAsync(other, mine, default))).Refusal.Code.Code);
        }

        Assert.Equal(JobState.Queued, (await jobs.RunAsync(mine)).State);
        Assert.Equal(mine, (await jobs.Runs.FindAsync(scope, mine, default))!.Id);
        Assert.Equal([mine], (await jobs.Runs.FindAsync(scope, [mine, 1], default)).Keys);
        await jobs.Runs.CancelAsync(scope, mine, default);
        Assert.Equal(JobState.Cancelled, (await jobs.RunAsync(mine)).State);
        await jobs.Runs.ResumeAsync(scope, mine, default);
        Assert.Equal(JobState.Queued, (await jobs.RunAsync(mine)).State);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_is_queued_once_however_often_it_is_asked_for(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        Assert.False(await jobs.Runs.QueueAsync(await jobs.Tenants.OpenAsync(TwoTenants.Acme), CountingJob.Name, id, default));
        Assert.True(await jobs.Runs.QueueAsync(await jobs.Tenants.OpenAsync(TwoTenants.Globex), CountingJob.Name, id, default));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task The_newest_come_first(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        await jobs.QueueAsync(TwoTenants.Globex);
        var ids = new List<long>();
        for (var run = 0; run < 3; run++)
        {
            ids.Insert(0, await jobs.QueueAsync(TwoTenants.Acme));
            jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(ids.Take(2), (await jobs.Runs.NewestAsync(await jobs.Tenants.OpenAsync(TwoTenants.Acme), 2, default)).Select(run => run.Id));
    }
}
