using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.TestKit;

/// <summary>A data folder of its own, for a host in this process.</summary>
public sealed class HostFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string FullName => folder.FullName;

    public string PathOf(string name) => folder.PathOf(name);

    public void Dispose()
    {
        // A pooled connection writes when it is closed: none must be left when the folder goes.
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    /// <summary>A server on the folder; without a demo unless a setting asks for it.</summary>
    public Task<ServingHost> StartAsync(params IReadOnlyList<(string Name, string Value)> settings) => StartAsync(replace: null, settings);

    /// <summary>The same with something in the place of the product's own services.</summary>
    public Task<ServingHost> StartAsync(Action<IServiceCollection>? replace, params IReadOnlyList<(string Name, string Value)> settings) =>
        ServingHost.StartAsync(folder.FullName, replace, settings);

    /// <summary>The host with a command line, run to its end. A data folder that the command line names counts.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter();
        return (await LedgerHost.RunAsync(WithFolder(arguments), output), output.ToString());
    }

    /// <summary>Makes the tenants acme and globex, and tells their owner.</summary>
    public static async Task<Actor> AddTenantsAsync(ServingHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var owner = new Actor(ActorKind.Person, host.Services.GetRequiredService<IdSource>().Next(), "Owner");
        await using (var catalog = host.Services.GetRequiredService<CatalogDatabase>().CreateContext())
        {
            catalog.Users.Add(new Account { Id = owner.Id, UserName = "owner" });
            await catalog.SaveChangesAsync();
        }

        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var (_, refusals) = await host.Services.GetRequiredService<CreateTenant>()
                .RunAsync(new NewTenant(name, PlainScope.Settings, owner.Id, owner.Name, "main"), default);
            Assert.Empty(refusals);
        }

        return owner;
    }

    private string[] WithFolder(IReadOnlyList<string> arguments) => arguments.Any(argument => argument.StartsWith("--CLIENTLEDGER_DATA=", StringComparison.Ordinal))
        ? [.. arguments]
        : [.. arguments, $"--CLIENTLEDGER_DATA={folder.FullName}"];
}
