using System.Buffers;
using ClientLedger.Help.Demo;
using ClientLedger.History;
using ClientLedger.Jobs;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Help.Demo;

/// <summary>One day makes one demo, in every database and however often it was stopped.</summary>
public sealed class DemoTests(DemoTests.Undisturbed undisturbed) : IClassFixture<DemoTests.Undisturbed>
{
    [Fact]
    public async Task A_demo_has_the_customers_orders_and_talks_that_are_promised()
    {
        var stored = (await StoredLedger.ReadAsync(await undisturbed.World.OpenAsync())).Records;

        Assert.Equal(DemoWorld.Size.Customers, stored.Count(record => record.Entity == "customer"));
        Assert.Equal(DemoWorld.Size.Orders, stored.Count(record => record.Entity == "order"));
        Assert.Equal(DemoWorld.Size.Interactions, stored.Count(record => record.Entity == "interaction"));
        foreach (var entity in BuiltInEntities.Schema.Entities.Where(entity => entity.Name != "attachment"))
        {
            Assert.True(stored.Exists(record => record.Entity == entity.Name), $"There is no {entity.Name}.");
        }
    }

    [Fact]
    public async Task Its_log_holds()
    {
        var world = undisturbed.World.Tenants;
        var scope = await undisturbed.World.OpenAsync();
        var secrets = await world.Keys.OpenAsync(scope.TenantId, default);
        var verdict = await new LogVerifier(world.Ledger, BuiltInEntities.Schema).VerifyAsync(scope.TenantId, secrets, [], default);

        Assert.Null(verdict.Fault);
        Assert.True(verdict.Entries > DemoWorld.Size.Orders);
    }

    [Fact]
    public async Task Neighbours_get_nothing_of_it()
    {
        foreach (var tenant in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            Assert.Empty((await StoredLedger.ReadAsync(await undisturbed.World.Tenants.OpenAsync(tenant))).Records);
        }
    }

    [Fact]
    public async Task Each_of_the_staff_sees_what_the_role_says()
    {
        var staff = undisturbed.World.Staff;
        var owners = (await StoredLedger.ReadAsync(await undisturbed.World.OpenAsync())).Records
            .Where(record => record.Entity == "customer").GroupBy(record => record.IdIn("owner") ?? 0).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(DemoWorld.Size.Customers, await CountAsync(staff.Owner));
        Assert.Equal(DemoWorld.Size.Customers - owners[staff.Owner], await CountAsync(staff.Manager));
        Assert.Equal(owners[staff.HomeSales], await CountAsync(staff.HomeSales));
        Assert.Equal(owners[staff.AbroadSales], await CountAsync(staff.AbroadSales));
    }

    [Fact]
    public async Task All_of_the_staff_have_written_what_is_theirs()
    {
        Assert.Equal([JobState.Succeeded, JobState.Succeeded, JobState.Succeeded, JobState.Succeeded], await undisturbed.World.StatesAsync());
        await using var context = undisturbed.World.Tenants.Ledger.CreateContext((await undisturbed.World.OpenAsync()).TenantId);
        var authors = await context.Set<LogSet>().Select(set => set.ActorId).Distinct().Order().ToListAsync();
        Assert.Equal(undisturbed.World.Staff.All.Order(), authors);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Every_database_and_every_run_of_a_day_makes_the_same_also_when_it_was_stopped_and_gone_on_with_later(Provider provider)
    {
        await using var world = await DemoWorld.MakeAsync(provider);
        var random = new Random(11);
        var stops = 0;
        for (; (await world.StatesAsync()).Any(state => state != JobState.Succeeded); stops++)
        {
            await world.FillAsync(stopsAt: random.Next(2, Depth.IsFull ? 30 : 4));
            world.Tenants.Clock.Advance(TimeSpan.FromHours(random.Next(1, 30)));
            Assert.True(await DemoWorld.MakeAsync(world.Tenants));
        }

        Assert.True(stops > 1, "It was never stopped.");
        Assert.Equal(await LedgerHash.OfAsync(await undisturbed.World.OpenAsync()), await LedgerHash.OfAsync(await world.OpenAsync()));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_installation_that_somebody_uses_gets_none(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);

        Assert.False(await DemoWorld.MakeAsync(tenants));
        await Assert.ThrowsAsync<ClientLedger.Messages.RefusedException>(() => tenants.OpenAsync(DemoTenant.Name));
    }

    private async Task<long?> CountAsync(long account)
    {
        var query = new LedgerQuery("customer") { Size = 1, Count = true };
        return (await undisturbed.World.Tenants.Reading.ReadAsync(await undisturbed.World.OpenAsync(account), query, new ArrayBufferWriter<byte>(), default)).Total;
    }

    /// <summary>A demo that was filled in one go, on SQLite.</summary>
    public sealed class Undisturbed : IAsyncLifetime
    {
        private DemoWorld? world;

        internal DemoWorld World => world!;

        public async Task InitializeAsync()
        {
            world = await DemoWorld.MakeAsync(Provider.Sqlite);
            await world.FillAsync();
        }

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
