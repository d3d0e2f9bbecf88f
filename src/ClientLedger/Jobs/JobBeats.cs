using ClientLedger.Storage;

namespace ClientLedger.Jobs;

/// <summary>
/// Tells the catalog how far a run is, once in a while beside its work, and ends the work when somebody wants it stopped or another process has the run.
/// Disposed of, it stands still, and the run has its last figures.
/// </summary>
internal sealed class JobBeats : IAsyncDisposable
{
    private readonly JobLeases leases;
    private readonly JobRun run;
    private readonly RunningJob running;
    private readonly CancellationTokenSource ending;
    private readonly TimeProvider clock;
    private readonly JobRate rate = new();
    private readonly PeriodicTimer timer;
    private readonly Task beating;

    public JobBeats(JobLeases leases, JobRun run, RunningJob running, CancellationTokenSource ending, TimeSpan pause, TimeProvider clock)
    {
        this.leases = leases;
        this.run = run;
        this.running = running;
        this.ending = ending;
        this.clock = clock;
        timer = new PeriodicTimer(pause, clock);
        beating = BeatAsync();
    }

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await beating;
        TakeFigures();
    }

    private async Task BeatAsync()
    {
        do
        {
            try
            {
                TakeFigures();
                var (isHeld, cancelAsked) = await leases.BeatAsync(run, CancellationToken.None);
                run.CancelAsked |= cancelAsked;
                if (!isHeld || cancelAsked)
                {
                    await ending.CancelAsync();
                }
            }
            catch (Exception failure) when (DatabaseFailures.IsPassing(failure))
            {
                // A catalog that doesn't answer is asked again; the node's own lease ends the process where it must.
            }
        }
        while (await timer.WaitForNextTickAsync());
    }

    private void TakeFigures()
    {
        run.Strikes = running.Done > run.Done ? 0 : run.Strikes;
        (run.Done, run.Total, run.Findings) = (running.Done, running.Total, new(running.Findings));
        run.Rate = rate.Take(clock.Now(), run.Done);
    }
}
