using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>Whoever follows a log is woken when something was committed, on whichever node, and by nothing that was written for another tenant.</summary>
public sealed class LogBellTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_commit_wakes_the_followers_of_its_tenant_alone()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        using var acme = gates.Database.Bell.Follow(TestLedger.Acme);
        using var globex = gates.Database.Bell.Follow(TestLedger.Globex);
        await gates.DoneAsync(gates.Owner(), WriteGateTests.Create("product", ("name", "x")));

        // Rung before anybody waited.
        Assert.True(await acme.WaitAsync(Patience, TimeProvider.System, CancellationToken.None));
        Assert.False(await globex.WaitAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None));
        Assert.False(await acme.WaitAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_commit_on_one_node_wakes_followers_on_another(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        await using LedgerDatabase other = provider == Provider.Postgres
            ? new PostgresLedger(TestLedger.AppAddress(gates.Ledger.OwnerAddress), BuiltInEntities.Schema)
            : new SqliteLedger(gates.Ledger.OwnerAddress, BuiltInEntities.Schema);
        using var ending = new CancellationTokenSource();
        var relays = Task.WhenAll(gates.Database.RelayAsync(TimeProvider.System, ending.Token), other.RelayAsync(TimeProvider.System, ending.Token));
        using var follower = other.Bell.Follow(TestLedger.Acme);
        for (var woken = 0; woken < 3;)
        {
            // The first times, the other node may not listen yet.
            await gates.DoneAsync(gates.Owner(), WriteGateTests.Create("product", ("name", "x")));
            woken += await follower.WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None).WaitAsync(Patience) ? 1 : 0;
        }

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => relays);
    }
}
