using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.Jobs;

public sealed class RunQueuedJobsTests
{
    [Fact]
    public async Task What_is_queued_runs_at_once_and_shutting_down_interrupts_it()
    {
        await using var jobs = await JobCase.CreateAsync(Provider.Sqlite);
        var reached = new TaskCompletionSource();
        var runner = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = async (number, _, ends) =>
            {
                if (number == 3)
                {
                    reached.SetResult();
                    await Task.Delay(Timeout.Infinite, ends);
                }
            },
        });
        using var service = new RunQueuedJobs(runner, jobs.Bell, new JobPulse(jobs.Tenants.Clock), jobs.Tenants.Clock, NullLogger<RunQueuedJobs>.Instance);
        await service.StartAsync(default);
        var id = await jobs.QueueAsync(TwoTenants.Acme);
        await jobs.QueueAsync(TwoTenants.Globex);

        await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await service.StopAsync(default);

        Assert.Equal((JobState.Interrupted, 2L), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Done));
        Assert.Equal(["1", "2"], await jobs.CustomersAsync(TwoTenants.Acme));
    }
}
