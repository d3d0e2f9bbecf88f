using ClientLedger.Access;
using ClientLedger.Imports.Jobs;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>
/// The product with imports of a few lines a batch, one of which can be held: it waits before it is committed until its run is stopped or the test lets it go on.
/// </summary>
public sealed class HeldImports : IAsyncLifetime, IRecordRules
{
    /// <summary>Lines of a batch.</summary>
    public const int BatchLines = 3;

    private readonly Lock gate = new();
    private (string Tenant, int Left, TaskCompletionSource Reached, TaskCompletionSource Released)? held;

    public LedgerApp App { get; private set; } = null!;

    string IRecordRules.Entity => "customer";

    public async Task InitializeAsync() => App = await LedgerApp.StartAsync(services =>
    {
        services.RemoveAll<WriteGate>();
        services.AddSingleton(provider => new WriteGate(
            provider.GetRequiredService<ReadGate>(), provider.GetRequiredService<IdSource>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IRandomSource>(),
            [.. BuiltInRules.All, this]));
        services.Remove(services.Single(service => service.ImplementationType == typeof(ImportLines)));
        services.AddSingleton<IJob>(provider => new HeldJob(this, new ImportLines(provider.GetRequiredService<UploadedFiles>()) { BatchLines = BatchLines }));
    });

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>
    /// Holds the batch of that number among the next ones of a tenant that write customers, in its transaction: nothing else writes to the ledger then. 0 holds the
    /// next run before its first batch, outside of any.
    /// </summary>
    /// <returns>Ends when it is held; and what lets it go on.</returns>
    internal (Task Reached, Action Release) Hold(string tenant, int batch)
    {
        var (reached, released) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            held = (tenant, batch, reached, released);
        }

        return (reached.Task.WaitAsync(TimeSpan.FromMinutes(1)), released.SetResult);
    }

    Task IRecordRules.AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) =>
        PassAsync(batch.Scope.TenantName, isBatch: true, cancellationToken);

    private async Task PassAsync(string tenant, bool isBatch, CancellationToken cancellationToken)
    {
        TaskCompletionSource released;
        lock (gate)
        {
            if (held is not { } next || next.Tenant != tenant || next.Left > 0 != isBatch)
            {
                return;
            }

            if (next.Left > 1)
            {
                held = next with { Left = next.Left - 1 };
                return;
            }

            held = null;
            released = next.Released;
            next.Reached.SetResult();
        }

        await released.Task.WaitAsync(cancellationToken);
    }

    [DoorAccess(Admission.Member)]
    private sealed class HeldJob(HeldImports held, ImportLines imports) : IJob
    {
        public string Kind => imports.Kind;

        public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
        {
            await held.PassAsync((await job.OpenAsync(cancellationToken)).TenantName, isBatch: false, cancellationToken);
            await imports.RunAsync(job, cancellationToken);
        }
    }
}
