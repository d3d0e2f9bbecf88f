using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;

namespace ClientLedger.Web.Composition;

/// <summary>Renews the node's lease. A process that has lost it must make no more ids, so it stops.</summary>
[DoorAccess(Admission.System, "node")]
internal sealed partial class NodeHeartbeat(LeasedNode node, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<NodeHeartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = NodeLeases.Lasts / 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!await BeatAsync(stoppingToken))
            {
                LogLost(logger, node.Node);
                lifetime.StopApplication();
                return;
            }
        }
    }

    /// <summary>False when the lease is lost, or ran out while the catalog couldn't be reached.</summary>
    private async Task<bool> BeatAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await node.RenewAsync(stoppingToken);
        }
        catch (Exception failure) when (DatabaseFailures.IsPassing(failure))
        {
            LogFailed(logger, node.Node, failure);
            return clock.Now() < node.ExpiresAt;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The lease of node {Node} is lost: the process stops, so that no id is made twice.")]
    private static partial void LogLost(ILogger logger, int node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of node {Node} couldn't be renewed; it will be tried again.")]
    private static partial void LogFailed(ILogger logger, int node, Exception failure);
}
