using ClientLedger.Access;
using ClientLedger.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClientLedger.Jobs;

/// <summary>Runs what is queued, as many runs at once as leave a core to people.</summary>
[DoorAccess(Admission.System, "jobs")]
internal sealed partial class RunQueuedJobs(JobRunner runner, JobBell bell, JobPulse pulse, TimeProvider clock, ILogger<RunQueuedJobs> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount - 1)).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await RunNextAsync(stoppingToken))
                {
                    await bell.WaitAsync(Pause, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down; what was at work is interrupted.
        }
    }

    /// <summary>False when nothing is due, or the catalog can't be asked.</summary>
    private async Task<bool> RunNextAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await pulse.BeatAsync(() => runner.RunNextAsync(stoppingToken));
        }
        catch (Exception failure) when (DatabaseFailures.IsPassing(failure))
        {
            LogUnreachable(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The catalog's jobs can't be reached; this is tried again.")]
    private partial void LogUnreachable(Exception failure);
}
