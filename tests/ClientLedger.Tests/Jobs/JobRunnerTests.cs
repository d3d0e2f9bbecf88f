using ClientLedger.Access;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Jobs;

/// <summary>How runs begin, go on, are stopped and fail.</summary>
public sealed class JobRunnerTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_works_batch_by_batch_to_its_end(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var process = await jobs.ProcessAsync("a", new CountingJob());
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        Assert.True(await process.RunNextAsync(default));
        Assert.False(await process.RunNextAsync(default));

        var run = await jobs.RunAsync(id);
        Assert.Equal((JobState.Succeeded, 5L, 5L, 5L, 1, null), (run.State, run.Done, run.Total, run.Findings["created"], run.Attempt, run.Holder));
        Assert.Equal((jobs.Tenants.Clock.Now(), jobs.Tenants.Clock.Now()), (run.StartedAt, run.EndedAt));
        Assert.Equal(("5", 5L), ((await jobs.CheckpointAsync(TwoTenants.Acme, id))!.Position, (await jobs.CheckpointAsync(TwoTenants.Acme, id))!.Done));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
        Assert.Empty(await jobs.CustomersAsync(TwoTenants.Globex));
        Assert.Null(await jobs.CheckpointAsync(TwoTenants.Globex, id));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_that_is_stopped_ends_after_its_batch_and_goes_on_when_it_is_resumed(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var scope = await jobs.Tenants.OpenAsync(TwoTenants.Acme);
        var process = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = async (number, job, ends) =>
            {
                if (number == 3 && (await jobs.RunAsync(job.Id)).Attempt == 1)
                {
                    await jobs.Runs.CancelAsync(scope, job.Id, default);
                    await StoppedAsync(jobs, job.Id, ends);
                }
            },
        });
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        await process.RunNextAsync(default);
        Assert.Equal((JobState.Cancelled, 2L), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Done));
        Assert.False(await process.RunNextAsync(default));

        await jobs.Runs.ResumeAsync(scope, id, default);
        await process.RunNextAsync(default);
        Assert.Equal(JobState.Succeeded, (await jobs.RunAsync(id)).State);
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_process_that_ends_leaves_its_run_to_go_on_from_the_checkpoint(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        using var ends = new CancellationTokenSource();
        var process = await jobs.ProcessAsync("a", new CountingJob { Before = (number, _, _) => number == 4 ? ends.CancelAsync() : Task.CompletedTask });
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        await process.RunNextAsync(ends.Token);
        Assert.Equal((JobState.Interrupted, null), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).EndedAt));

        await (await jobs.ProcessAsync("b", new CountingJob())).RunNextAsync(default);
        Assert.Equal((JobState.Succeeded, 2), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Attempt));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Fact]
    public async Task A_run_is_taken_over_when_the_lease_of_its_process_has_run_out_and_not_before()
    {
        await using var jobs = await JobCase.CreateAsync(Provider.Postgres);
        var held = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        var id = await jobs.QueueAsync(TwoTenants.Acme);
        var first = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = async (number, _, _) =>
            {
                if (number == 3)
                {
                    reached.SetResult();
                    await held.Task;
                }
            },
        });
        var working = Task.Run(() => first.RunNextAsync(default));
        await reached.Task;
        var second = await jobs.ProcessAsync("b", new CountingJob());
        Assert.False(await second.RunNextAsync(default));

        // Held up for longer than its lease, the first process comes back and finds that its batch is nobody's business any more.
        jobs.Tenants.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await second.RunNextAsync(default));
        held.SetResult();
        await working;

        Assert.Equal((JobState.Succeeded, 2), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Attempt));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_batch_of_an_attempt_that_was_overtaken_is_not_committed(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var overtakes = await jobs.ProcessAsync("b", new CountingJob());
        var process = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = async (number, _, _) =>
            {
                if (number == 3)
                {
                    await using var context = jobs.Tenants.Catalog.CreateContext();
                    await context.JobRuns.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Interrupted), CancellationToken.None);
                    await overtakes.RunNextAsync(default);
                }
            },
        });
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        await process.RunNextAsync(default);

        Assert.Equal((JobState.Succeeded, 2), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Attempt));
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_acts_with_the_rights_that_who_asked_has_at_each_batch(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var lin = await jobs.Tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        var role = await jobs.Tenants.AddRoleAsync(TwoTenants.Acme, "Makers", [RightsOf.Full(BuiltInEntities.Schema["customer"])], lin);
        var process = await jobs.ProcessAsync("a", new CountingJob
        {
            Before = (number, _, _) => number switch
            {
                2 => WithRolesAsync(jobs, roles => roles.TakeAsync(role, lin.Id, default)),
                4 => WithRolesAsync(jobs, roles => roles.GiveAsync(role, lin.Id, default)),
                _ => Task.CompletedTask,
            },
        });
        var id = await jobs.QueueAsync(TwoTenants.Acme, actor: lin);

        await process.RunNextAsync(default);

        Assert.Equal(JobState.Succeeded, (await jobs.RunAsync(id)).State);
        Assert.Equal(["1", "4", "5"], await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_of_somebody_who_left_fails_and_says_why(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var lin = await jobs.Tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        var id = await jobs.QueueAsync(TwoTenants.Acme, actor: lin);
        await using (var context = jobs.Tenants.Catalog.CreateContext())
        {
            await context.Memberships.Where(membership => membership.AccountId == lin.Id).ExecuteUpdateAsync(set => set.SetProperty(membership => membership.State, MembershipState.Left));
        }

        await (await jobs.ProcessAsync("a", new CountingJob())).RunNextAsync(default);

        Assert.Equal(JobState.Failed, (await jobs.RunAsync(id)).State);
        Assert.Equal("tenancy.notMember", await FailureAsync(jobs, id));
        Assert.Empty(await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_batch_is_made_anew_when_the_tenant_changes_under_it(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var changes = 0;
        var process = await jobs.ProcessAsync("a", new CountingJob
        {
            Within = async number =>
            {
                // On SQLite the file is the batch's until it ends; PostgreSQL lets others change the tenant meanwhile.
                if (number == 3 && provider != Provider.Sqlite && changes++ == 0)
                {
                    await jobs.Tenants.AddRoleAsync(TwoTenants.Acme, "Later", []);
                }
            },
        });
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        await process.RunNextAsync(default);

        Assert.Equal(JobState.Succeeded, (await jobs.RunAsync(id)).State);
        Assert.Equal(provider == Provider.Sqlite ? 0 : 2, changes);
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_a_job_did_not_expect_fails_it_and_resumed_it_goes_on(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var id = await jobs.QueueAsync(TwoTenants.Acme);
        var beside = await jobs.QueueAsync(TwoTenants.Globex, "unheard of");
        var process = await jobs.ProcessAsync("a", new CountingJob { Before = (number, _, _) => number == 3 ? throw new ArithmeticException() : Task.CompletedTask });

        await process.RunNextAsync(default);
        await process.RunNextAsync(default);

        Assert.Equal([JobState.Failed, JobState.Failed], [(await jobs.RunAsync(id)).State, (await jobs.RunAsync(beside)).State]);
        Assert.Equal("jobs.unexpected", await FailureAsync(jobs, id));
        Assert.Equal("jobs.kindUnknown", Assert.Single(KeptRefusals.FromJson((await jobs.CheckpointAsync(TwoTenants.Globex, beside))!.Failure!)).Code.Code);
        await jobs.Runs.ResumeAsync(await jobs.Tenants.OpenAsync(TwoTenants.Acme), id, default);
        await (await jobs.ProcessAsync("b", new CountingJob())).RunNextAsync(default);
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
        Assert.Null((await jobs.CheckpointAsync(TwoTenants.Acme, id))!.Failure);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_run_that_breaks_off_goes_on_and_is_given_up_when_it_gets_no_further(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var process = await jobs.ProcessAsync("a", new CountingJob { Before = (number, _, _) => number == 3 ? throw new IOException() : Task.CompletedTask });
        var id = await jobs.QueueAsync(TwoTenants.Acme);

        await process.RunNextAsync(default);
        Assert.Equal((JobState.Interrupted, 2L), ((await jobs.RunAsync(id)).State, (await jobs.RunAsync(id)).Done));
        var attempts = 1;
        for (jobs.Tenants.Clock.Advance(TimeSpan.FromMinutes(3)); await process.RunNextAsync(default); jobs.Tenants.Clock.Advance(TimeSpan.FromMinutes(3)))
        {
            attempts++;
        }

        Assert.Equal((JobState.Failed, 12), ((await jobs.RunAsync(id)).State, attempts));
        Assert.Equal("jobs.brokeOff", await FailureAsync(jobs, id));
        Assert.Equal(["1", "2"], await jobs.CustomersAsync(TwoTenants.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Runs_of_one_tenant_come_one_after_the_other_and_those_of_another_beside_them(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var order = new List<string>();
        JobRunner? process = null;
        var job = new CountingJob
        {
            Before = async (number, running, _) =>
            {
                order.Add($"{running.TenantId}/{number}");
                if (number == 1 && order.Count == 1)
                {
                    await process!.RunNextAsync(default);
                    Assert.False(await process!.RunNextAsync(default));
                }
            },
        };
        await jobs.QueueAsync(TwoTenants.Acme);
        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        await jobs.QueueAsync(TwoTenants.Acme);
        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        await jobs.QueueAsync(TwoTenants.Globex);
        process = await jobs.ProcessAsync("a", job);

        Assert.True(await process.RunNextAsync(default));
        Assert.True(await process.RunNextAsync(default));

        string[] whole = ["1/1", "1/2", "1/3", "1/4", "1/5"];
        Assert.Equal(["1/1", "2/1", "2/2", "2/3", "2/4", "2/5", .. whole[1..], .. whole], order);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_batch_waits_while_people_wait_though_not_for_ever(Provider provider)
    {
        await using var jobs = await JobCase.CreateAsync(provider);
        var process = await jobs.ProcessAsync("a", new CountingJob());
        await jobs.QueueAsync(TwoTenants.Acme);

        var person = jobs.People.Enter();
        var working = Task.Run(() => process.RunNextAsync(default));
        while (!working.IsCompleted)
        {
            // Only the clock lets a batch come; standing still it would wait for ever.
            jobs.Tenants.Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        person.Dispose();
        person.Dispose();
        Assert.Equal(0, jobs.People.Count);
        Assert.Equal(CountingJob.All, await jobs.CustomersAsync(TwoTenants.Acme));
    }

    /// <summary>Waits until the run was told that somebody wants it stopped, which takes a second of the clock.</summary>
    private static async Task StoppedAsync(JobCase jobs, long id, CancellationToken ends)
    {
        Assert.True((await jobs.RunAsync(id)).CancelAsked);
        jobs.Tenants.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(Timeout.Infinite, ends);
    }

    private static async Task<string> FailureAsync(JobCase jobs, long id) =>
        Assert.Single(KeptRefusals.FromJson((await jobs.CheckpointAsync(TwoTenants.Acme, id))!.Failure!)).Code.Code;

    private static async Task WithRolesAsync(JobCase jobs, Func<Roles, Task> act)
    {
        var scope = await jobs.Tenants.OpenAsync(TwoTenants.Acme);
        await using var context = jobs.Tenants.Ledger.CreateContext(scope.TenantId);
        await act(new Roles(context, scope.Schema, jobs.Tenants.Ids));
    }
}
