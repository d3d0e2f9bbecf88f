using ClientLedger.Access;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClientLedger.Help.Demo.Jobs;

/// <summary>
/// Makes the demo once the server answers, and tells where it is; it is filled while people look around.
/// </summary>
[DoorAccess(Admission.System, "demo")]
internal sealed partial class PrepareDemo(
    DemoChoice choice, DemoSize size, DemoAnnouncement announcement, MasterKey master, IServer server, IServiceScopeFactory services, IHostApplicationLifetime lifetime, ILogger<PrepareDemo> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!choice.IsWanted || !await StartedAsync(stoppingToken))
        {
            return;
        }

        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down; the next start goes on.
        }
        catch (Exception failure) when (failure is RefusedException || DatabaseFailures.IsPassing(failure))
        {
            LogFailed(failure);
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        await using var scope = services.CreateAsyncScope();
        var make = scope.ServiceProvider.GetRequiredService<MakeDemo>();
        if (!await make.RunAsync(choice.Password ?? DemoPassword.Of(master), size, stoppingToken))
        {
            return;
        }

        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await announcement.OpenAsync(address, choice.Password is null ? DemoPassword.Of(master) : null);
        if (await make.IsFillingAsync(stoppingToken))
        {
            await announcement.FillingAsync(size);
        }
    }

    /// <summary>Waits for the server's addresses; false when the host stops before it has any.</summary>
    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var starts = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var stops = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo could not be made; the next start goes on with it.")]
    private partial void LogFailed(Exception failure);
}
