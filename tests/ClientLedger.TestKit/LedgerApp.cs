using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.Testing;
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

    private readonly HostFolder folder = new();
    private readonly bool onPort;

    private LedgerApp(bool onPort, IReadOnlyList<(string Name, string Value)> settings)
    {
        this.onPort = onPort;

        // All tests come from one address.
        Host = folder.Start([("SignIn:AttemptsPerMinute", "100000"), .. settings]);
        if (onPort)
        {
            Host.UseKestrel(0);
            Host.StartServer();
        }

        var address = onPort ? Host.ClientOptions.BaseAddress : new Uri("http://localhost");
        Address = new UriBuilder(address) { Host = "localhost" }.Uri;
    }

    public WebApplicationFactory<Program> Host { get; }

    /// <summary>Of the base host.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => Host.Services;

    /// <summary>Starts it.</summary>
    /// <param name="onPort">On a real port of this machine, for a browser; otherwise in memory.</param>
    public static async Task<LedgerApp> StartAsync(bool onPort = false, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var app = new LedgerApp(onPort, settings);
        await app.Visit(Language.English).SignUpAsync(TwoTenants.Acme, AnnaEmail, "Anna", "GB");
        await app.Visit(Language.Chinese).SignUpAsync(TwoTenants.Globex, GinaEmail, "Gina", "CN");
        return app;
    }

    /// <summary>A browser of its own, that has signed in nowhere.</summary>
    public LedgerVisitor Visit(Language language = Language.English) => new(
        onPort
            ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address }
            : Host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = Address }),
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

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }
}
