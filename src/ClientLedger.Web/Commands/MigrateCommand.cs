using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.Web.Composition;

namespace ClientLedger.Web.Commands;

/// <summary>Migrates as the server does when it starts, and ends.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, IConfiguration configuration, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Migration>().RunAsync(cancellationToken);
        await services.GetRequiredService<Shards>().EnterAsync(services.GetRequiredService<CatalogDatabase>(), cancellationToken);
        foreach (var address in services.GetRequiredService<DatabaseSettings>().All)
        {
            await output.WriteLineAsync($"{address.Name} ({address.Provider}) is at its newest migration.");
        }

        return 0;
    }
}
