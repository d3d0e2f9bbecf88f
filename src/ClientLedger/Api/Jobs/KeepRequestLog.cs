using ClientLedger.Access;
using ClientLedger.Api.Requests;
using ClientLedger.Storage;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.Api.Jobs;

/// <summary>Writes the log of requests each second and at shutdown, when no request comes any more, and forgets four times a day what is too old.</summary>
[DoorAccess(Admission.System, "requestLog")]
internal sealed class KeepRequestLog(RequestLog log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), TrimmedEach = TimeSpan.FromHours(6);

    /// <summary>At shutdown no next second comes: what wasn't written is tried again at once.</summary>
    private const int MostAttempts = 3;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts && !await log.FlushAsync(cancellationToken); attempt++)
        {
            // Why it failed was logged.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var trimmedAt = DateTime.MinValue;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await log.FlushAsync(stoppingToken);
                if (clock.Now() - trimmedAt >= TrimmedEach)
                {
                    trimmedAt = clock.Now();
                    await log.TrimAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down; StopAsync writes what is left.
        }
    }
}
