using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.Web;

[Collection(HostCollection.Name)]
public sealed class NodeHeartbeatTests
{
    private readonly FixedClock clock = new();

    [Fact]
    public async Task A_process_that_lost_its_number_stops()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        await using var node = new LeasedNode(new NodeLeases(catalog.Database, new FixedRandom(), clock));
        Assert.Throws<InvalidOperationException>(() => node.Node);
        await node.TakeAsync(default);
        var lifetime = new Lifetime();
        using var heartbeat = new NodeHeartbeat(node, clock, lifetime, NullLogger<NodeHeartbeat>.Instance);
        await heartbeat.StartAsync(default);

        await using (var context = catalog.Database.CreateContext())
        {
            await context.NodeLeases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, "somebody else"));
        }

        clock.Advance(TimeSpan.FromSeconds(15));
        await heartbeat.ExecuteTask!;
        Assert.True(lifetime.IsStopped);
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public bool IsStopped { get; private set; }

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => IsStopped = true;
    }
}
