using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClientLedger.History.Jobs;

/// <summary>Copies the anchors each minute and at shutdown.</summary>
[DoorAccess(Admission.System, "anchors")]
internal sealed partial class CopyAnchors(Anchors anchors, TimeProvider clock, ILogger<CopyAnchors> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>At shutdown no next minute comes: a copy that fails is tried again at once.</summary>
    private const int MostAttempts = 3;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        for (var attempt = 1; attempt <= MostAttempts && !await CopyAsync(cancellationToken); attempt++)
        {
            // Why it failed was logged.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CopyAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down; StopAsync copies once more.
        }
    }

    /// <summary>A database that can't be reached must not end the host; the next minute tries again.</summary>
    private async Task<bool> CopyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await anchors.CopyAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is RefusedException || DatabaseFailures.IsPassing(failure))
        {
            NotCopied(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log's anchors could not be copied; this is tried again.")]
    private partial void NotCopied(Exception failure);
}
