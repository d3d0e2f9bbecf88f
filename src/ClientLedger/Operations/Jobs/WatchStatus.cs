using ClientLedger.Access;
using Microsoft.Extensions.Hosting;

namespace ClientLedger.Operations.Jobs;

/// <summary>Looks at the parts of the service every few seconds, so that nobody who asks for its status makes it work.</summary>
[DoorAccess(Admission.System, "status")]
internal sealed class WatchStatus(StatusBoard board, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(StatusBoard.LookedAtEach, clock);
        try
        {
            do
            {
                await board.RefreshAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }
}
