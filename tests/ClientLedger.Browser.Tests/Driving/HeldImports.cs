using ClientLedger.Access;
using ClientLedger.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Browser.Tests.Driving;

/// <summary>
/// Holds imports at their beginning while a test looks at a running one. How long an import takes is the machine's affair, and a browser may be slower.
/// </summary>
internal sealed class HeldImports
{
    private readonly Lock gate = new();
    private TaskCompletionSource? held;

    /// <summary>Imports that begin from now on run, and get no further until what is returned is disposed of.</summary>
    public IDisposable Hold()
    {
        lock (gate)
        {
            held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Release(held);
        }
    }

    /// <summary>Puts the holding in the place of the product's own import.</summary>
    internal void Replace(IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(IJob) && service.ImplementationType?.Name == "ImportLines");
        services.Remove(own);
        services.AddSingleton<IJob>(provider => new Import((IJob)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!), this));
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
}
