using System.Net;
using System.Net.Sockets;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.TestKit;

/// <summary>
/// The whole product in this process, on an empty data folder, with two tenants that were made through its own sign-up: <c>acme</c>, which Anna owns, and
/// <c>globex</c>, which Gina owns and which speaks Chinese. Tests that use it belong to a collection that runs by itself.
/// </summary>
public sealed class LedgerApp : IAsyncDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse battery";

    public const string AnnaEmail = "anna@acme.example";
    public const string GinaEmail = "gina@globex.example";

    private const string Attempts = "SignIn:AttemptsPerMinute", Freshness = "Freshness:Milliseconds";

    private readonly HostFolder folder;
    private readonly ServingHost host;

    private LedgerApp(HostFolder folder, ServingHost host)
    {
        this.folder = folder;
        this.host = host;
        Address = new UriBuilder(host.Address) { Host = "localhost" }.Uri;
    }

    /// <summary>Of the base host.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>Starts it on a port of its own.</summary>
    public static Task<LedgerApp> StartAsync(params IReadOnlyList<(string Name, string Value)> settings) => StartAsync(replace: null, settings);

    /// <summary>The same with something in the place of the product's own services.</summary>
    public static async Task<LedgerApp> StartAsync(Action<IServiceCollection>? replace, params IReadOnlyList<(string Name, string Value)> settings)
    {
        // All tests come from one address, and there are many of them; what they change behind the product's back counts at once. A test that is about
        // one of these sets its own.
        (string Name, string Value)[] defaults = [(Attempts, "100000"), (Freshness, "0")];
        var own = new HostFolder();
        var app = new LedgerApp(own, await own.StartAsync(replace, [.. settings, .. defaults.ExceptBy(settings.Select(setting => setting.Name), setting => setting.Name)]));
        await app.Visit(Language.English).SignUpAsync(TwoTenants.Acme, AnnaEmail, "Anna", "GB");
        await app.Visit(Language.Chinese).SignUpAsync(TwoTenants.Globex, GinaEmail, "Gina", "CN");
        return app;
    }

    /// <summary>A browser of its own, that has signed in nowhere. It finds every host name at this server, as a name server would have it.</summary>
    public LedgerVisitor Visit(Language language = Language.English) => new(
        cookies => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync, CookieContainer = cookies }) { BaseAddress = Address },
        language);

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<LedgerVisitor> SignInAsync(string email, Language language = Language.English)
    {
        var visitor = Visit(language);
        await visitor.SignInAsync(email);
        return visitor;
    }

    /// <summary>A tenant's ledger, opened by the account of an e-mail address: what a test needs to make records.</summary>
    public async Task<LedgerScope> OpenAsync(string tenant, string email)
    {
        await using var catalog = Services.GetRequiredService<CatalogDatabase>().CreateContext();
        var account = await catalog.Users.SingleAsync(user => user.Email == email);
        return await Services.GetRequiredService<LedgerScopes>().OpenAsync(tenant, new Actor(ActorKind.Person, account.Id, email), default);
    }

    /// <summary>A file of its data folder.</summary>
    public string PathOf(string name) => folder.PathOf(name);

    /// <summary>Stops it in an orderly way; its files stay until it is disposed of.</summary>
    public ValueTask StopAsync() => host.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, host.Address.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
