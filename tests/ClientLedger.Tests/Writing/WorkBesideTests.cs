using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Writing;

/// <summary>Work that is committed with a set or not at all.</summary>
public sealed class WorkBesideTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task It_is_committed_with_the_set_and_told_what_becomes_of_each_row(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        IReadOnlyList<RowResult> told = [];

        var result = await ApplyAsync(gates, [WriteGateTests.Create("customer", ("name", "Acme")), WriteGateTests.Create("customer", ("grade", "A"))], rows => told = rows);

        Assert.Equal([Outcome.Created, Outcome.Refused], told.Select(row => row.Outcome));
        Assert.Equal(result.Rows.Select(row => (row.Outcome, row.Id, row.Version)), told.Select(row => (row.Outcome, row.Id, row.Version)));
        Assert.Equal((1, 0), (await CountAsync(gates, TestLedger.Acme), await CountAsync(gates, TestLedger.Globex)));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task It_is_committed_when_the_set_has_nothing_to_write(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);

        Assert.False((await ApplyAsync(gates, [])).Applied);
        Assert.False((await ApplyAsync(gates, [WriteGateTests.Create("customer", ("grade", "A"))])).Applied);

        Assert.Equal(2, await CountAsync(gates, TestLedger.Acme));
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner())).Log);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Nothing_of_either_stays_when_the_set_is_refused_as_a_whole_or_the_work_fails(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);

        await ApplyAsync(gates, [WriteGateTests.Create("customer", ("name", "Acme")), WriteGateTests.Create("customer", ("grade", "A"))], isWhole: true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ApplyAsync(gates, [WriteGateTests.Create("customer", ("name", "Acme"))], _ => throw new InvalidOperationException()));

        Assert.Equal(0, await CountAsync(gates, TestLedger.Acme));
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner())).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task It_is_taken_back_with_a_set_whose_scope_turns_out_to_be_old(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        await tenants.AddRoleAsync(TwoTenants.Acme, "Later", []);

        await Assert.ThrowsAsync<RefusedException>(() => tenants.Writing.ApplyAsync(
            scope, new ChangeSet(Door.Job, [WriteGateTests.Create("customer", ("name", "Acme"))]), (transaction, _, _) => KeepAsync(scope.Database, transaction, 1), CancellationToken.None));

        await using var context = scope.Database.CreateContext(scope.TenantId);
        Assert.Empty(await context.Set<JobCheckpoint>().ToListAsync());
    }

    private static Task<ChangeResult> ApplyAsync(TestGates gates, RecordChange[] changes, Action<IReadOnlyList<RowResult>>? told = null, bool isWhole = false) =>
        gates.Writing.ApplyAsync(
            gates.Owner(),
            new ChangeSet(Door.Job, changes) { AllOrNothing = isWhole },
            (transaction, rows, _) =>
            {
                told?.Invoke(rows);
                return KeepAsync(gates.Database, transaction, gates.Ids.Next());
            },
            CancellationToken.None);

    private static async Task KeepAsync(LedgerDatabase database, LedgerTransaction transaction, long run)
    {
        await using var context = database.CreateContext(transaction);
        context.Add(new JobCheckpoint { RunId = run });
        await context.SaveChangesAsync();
    }

    private static async Task<int> CountAsync(TestGates gates, int tenant)
    {
        await using var context = gates.Database.CreateContext(tenant);
        return await context.Set<JobCheckpoint>().CountAsync();
    }
}
