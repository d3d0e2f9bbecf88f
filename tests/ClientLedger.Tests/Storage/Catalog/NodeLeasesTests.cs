using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Storage.Catalog;

public sealed class NodeLeasesTests
{
    private readonly FixedClock clock = new();
    private readonly FixedRandom random = new();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Processes_that_start_together_get_different_numbers(Provider provider)
    {
        await using var catalog = await TestCatalog.CreateAsync(provider);
        var leases = new NodeLeases(catalog.Database, random, clock);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => leases.TakeAsync(default))));

        Assert.Equal(Enumerable.Range(0, 8), taken.Select(lease => lease.Node).Order());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_number_is_taken_again_only_after_its_lease_ended_and_rested(Provider provider)
    {
        await using var catalog = await TestCatalog.CreateAsync(provider);
        var leases = new NodeLeases(catalog.Database, random, clock);
        var first = await leases.TakeAsync(default);

        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await leases.RenewAsync(first, default));
        clock.Advance(TimeSpan.FromSeconds(110));
        var second = await leases.TakeAsync(default);
        clock.Advance(TimeSpan.FromSeconds(11));
        var third = await leases.TakeAsync(default);

        Assert.Equal((0, 1, 0), (first.Node, second.Node, third.Node));
        Assert.False(await leases.RenewAsync(first, default));
        Assert.True(await leases.RenewAsync(third, default));
    }

    [Fact]
    public async Task A_released_number_rests_before_it_is_taken_again()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        var leases = new NodeLeases(catalog.Database, random, clock);
        await leases.ReleaseAsync(await leases.TakeAsync(default), default);

        Assert.Equal(1, (await leases.TakeAsync(default)).Node);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, (await leases.TakeAsync(default)).Node);
    }

    [Fact]
    public async Task Refuses_a_process_when_all_numbers_are_taken()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        await using (var context = catalog.Database.CreateContext())
        {
            context.NodeLeases.AddRange(Enumerable.Range(0, NodeLeases.Count).Select(node => new NodeLease { Node = node, Holder = "x", ExpiresAt = clock.Now() }));
            await context.SaveChangesAsync();
        }

        var leases = new NodeLeases(catalog.Database, random, clock);
        Assert.Equal("nodes.taken", (await Assert.ThrowsAsync<RefusedException>(() => leases.TakeAsync(default))).Refusal.Code.Code);
    }
}
