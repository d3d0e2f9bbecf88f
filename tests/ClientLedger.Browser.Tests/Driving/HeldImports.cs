using ClientLedger.Access;
using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Browser.Tests.Driving;

/// <summary>
/// Holds imports at their beginning, or after their first thousands of lines, while a test looks at a running one. How long an import takes is the machine's affair,
/// and a browser may be slower.
/// </summary>
internal sealed class HeldImports
{
    /// <summary>Lines after which <see cref="HoldLater"/> holds.</summary>
    public const int LinesBefore = 5_000;

    private readonly Lock gate = new();
    private TaskCompletionSource? held;
    private (TaskCompletionSource Reached, TaskCompletionSource Released)? heldLater;

    /// <summary>Imports that begin from now on run, and get no further until what is returned is disposed of.</summary>
    public IDisposable Hold()
    {
        lock (gate)
        {
            held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Release(held);
        }
    }

    /// <summary>
    /// Holds the next import between two of its batches, where it has the database look at what it wrote: after <see cref="LinesBefore"/> lines, with nothing locked.
    /// </summary>
    /// <returns>Ends when it is held; and what lets it go on.</returns>
    public (Task Reached, Action Release) HoldLater()
    {
        var (reached, released) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            heldLater = (reached, released);
        }

        return (reached.Task.WaitAsync(TimeSpan.FromMinutes(2)), released.SetResult);
    }

    /// <summary>Puts the holding in the place of the product's own import.</summary>
    internal void Replace(IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(IJob) && service.ImplementationType?.Name == "ImportLines");
        services.Remove(own);
        services.AddSingleton<IJob>(provider => new Import((IJob)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!), this));
        var shards = services.Single(service => service.ServiceType == typeof(Shards));
        services.Remove(shards);
        services.AddSingleton(provider =>
        {
            var inner = (Shards)shards.ImplementationFactory!(provider);
            return new Shards(inner.Names.ToDictionary(name => name, name => (LedgerDatabase)new Ledger(inner[name], this)));
        });
    }

    private Task PassLaterAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (heldLater is not { } hold)
            {
                return Task.CompletedTask;
            }

            heldLater = null;
            hold.Reached.SetResult();
            return hold.Released.Task.WaitAsync(cancellationToken);
        }
    }

    private Task PassAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return held?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
        }
    }

    private sealed class Release(TaskCompletionSource held) : IDisposable
    {
        public void Dispose() => held.TrySetResult();
    }

    [DoorAccess(Admission.Member)]
    private sealed class Import(IJob own, HeldImports holding) : IJob
    {
        public string Kind => own.Kind;

        public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
        {
            await holding.PassAsync(cancellationToken);
            await own.RunAsync(job, cancellationToken);
        }
    }

    /// <summary>The product's own ledger database.</summary>
    private sealed class Ledger(LedgerDatabase own, HeldImports holding) : ForwardedLedger(own)
    {
        private readonly LedgerDatabase own = own;

        public override Task RelayAsync(TimeProvider clock, CancellationToken cancellationToken) => own.RelayAsync(clock, cancellationToken);

        public override async Task RefreshStatisticsAsync(CancellationToken cancellationToken)
        {
            await holding.PassLaterAsync(cancellationToken);
            await base.RefreshStatisticsAsync(cancellationToken);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await own.DisposeAsync();
        }
    }
}
