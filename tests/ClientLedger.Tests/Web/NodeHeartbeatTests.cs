using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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

    [Fact]
    public async Task A_process_keeps_its_number_when_the_catalogs_connections_are_cut()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Postgres);
        await using var node = new LeasedNode(new NodeLeases(catalog.Database, new FixedRandom(), clock));
        await node.TakeAsync(default);
        var (lifetime, until, refused) = (new Lifetime(), node.ExpiresAt, new Warned());
        using var heartbeat = new NodeHeartbeat(node, clock, lifetime, refused);
        await heartbeat.StartAsync(default);

        await PostgresCluster.CutAsync(catalog.Address, spared: "nobody");
        clock.Advance(TimeSpan.FromSeconds(15));
        await Task.WhenAny(refused.Once, heartbeat.ExecuteTask!);
        clock.Advance(TimeSpan.FromSeconds(15));
        while (node.ExpiresAt == until && !heartbeat.ExecuteTask!.IsCompleted)
        {
            await Task.Yield();
        }

        Assert.False(heartbeat.ExecuteTask!.IsCompleted || lifetime.IsStopped);
        Assert.Equal(until.AddSeconds(30), node.ExpiresAt);
        await heartbeat.StopAsync(default);
    }

    /// <summary>Hears when a beat was refused.</summary>
    private sealed class Warned : ILogger<NodeHeartbeat>
    {
        private readonly TaskCompletionSource once = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Once => once.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => once.TrySetResult();
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
