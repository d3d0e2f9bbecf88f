using ClientLedger.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.TestKit;

/// <summary>
/// The product serving on a port of its own of this machine. Its end is waited for: once it is disposed of, nothing of it writes any more.
/// </summary>
public sealed class ServingHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool isStopped;

    private ServingHost(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Asks the server; keeps no cookies of its own and follows redirections.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts on a data folder, with further settings as on the command line.</summary>
    /// <param name="replace">What takes the place of the product's own services; null for nothing.</param>
    public static async Task<ServingHost> StartAsync(string folder, Action<IServiceCollection>? replace, params IReadOnlyList<(string Name, string Value)> settings) =>
        new(await LedgerHost.StartAsync(
            [$"--CLIENTLEDGER_DATA={folder}", "--urls=http://127.0.0.1:0", "--Demo=false", .. settings.Select(setting => $"--{setting.Name}={setting.Value}")],
            TextWriter.Null,
            replace));

    public async ValueTask DisposeAsync()
    {
        if (isStopped)
        {
            return;
        }

        isStopped = true;
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
