using ClientLedger.Access;
using ClientLedger.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClientLedger.History.Jobs;

/// <summary>Carries the bells of all ledger databases between this node and the others, so that whoever follows a log here hears of what is written there.</summary>
[DoorAccess(Admission.System, "bell")]
internal sealed partial class RelayBells(Shards shards, TimeProvider clock, ILogger<RelayBells> logger) : BackgroundService
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(shards.Names.Select(shard => RelayAsync(shard, stoppingToken)));

    private async Task RelayAsync(string shard, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await shards[shard].RelayAsync(clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, shard, failure);
            }

            await Task.Delay(BeforeTryingAgain, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bell of shard {Shard} isn't carried between nodes for the moment; followers look by themselves.")]
    private static partial void LogFailed(ILogger logger, string shard, Exception failure);
}
