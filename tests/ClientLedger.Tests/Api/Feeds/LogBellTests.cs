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

    /// <summary>By the clock of the node: as long as it doesn't move on by 50 ms, one call is all, whatever is written.</summary>
    [Fact]
    public async Task Other_nodes_are_called_at_most_once_in_50_ms_however_much_is_written()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Postgres);
        await using var other = new PostgresLedger(TestLedger.AppAddress(gates.Ledger.OwnerAddress), BuiltInEntities.Schema);
        using var ending = new CancellationTokenSource();
        using var acme = other.Bell.Follow(TestLedger.Acme);
        using var globex = other.Bell.Follow(TestLedger.Globex);
        var clock = new FixedClock();
        var listening = other.RelayAsync(TimeProvider.System, ending.Token);
        await AwakeAsync(acme, globex);
        var calls = await StatementCount.TextsOfAsync(async () =>
        {
            var calling = gates.Database.RelayAsync(clock, ending.Token);
            await gates.DoneAsync(gates.Owner(), WriteGateTests.Create("product", ("name", "first")));
            Assert.True(await acme.WaitAsync(Patience, TimeProvider.System, CancellationToken.None));
            await CalledAsync(clock);
            for (var i = 0; i < 20; i++)
            {
                await gates.DoneAsync(gates.Owner(), WriteGateTests.Create("product", ("name", $"x{i}")));
                await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("product", ("name", $"x{i}")));
                clock.Advance(TimeSpan.FromMilliseconds(2));
            }

            // What was written meanwhile is one call for both tenants, when the time has come.
            clock.Advance(TimeSpan.FromMilliseconds(10));
            Assert.True(await acme.WaitAsync(Patience, TimeProvider.System, CancellationToken.None));
            Assert.True(await globex.WaitAsync(Patience, TimeProvider.System, CancellationToken.None));

            await CalledAsync(clock);
            await ending.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
        });
        Assert.Equal(2, calls.Count(text => text.Contains("pg_notify", StringComparison.Ordinal)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    /// <summary>Waits until a call has ended: it can be heard before, and neither is it counted then, nor has the time until the next one begun.</summary>
    private static Task CalledAsync(FixedClock clock) => Followers.UntilAsync(() => clock.Waiting > 0);

    /// <summary>Waits until another node listens: it wakes those who follow there as soon as it does.</summary>
    private static async Task AwakeAsync(params LogFollower[] followers)
    {
        foreach (var follower in followers)
        {
            Assert.True(await follower.WaitAsync(Patience, TimeProvider.System, CancellationToken.None));
        }
    }
}
