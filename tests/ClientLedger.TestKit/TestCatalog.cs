using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.TestKit;

/// <summary>A migrated catalog of its own, which goes when it is disposed of.</summary>
public sealed class TestCatalog : IAsyncDisposable
{
    private readonly Func<ValueTask> drop;

    private TestCatalog(Provider provider, string address, Func<ValueTask> drop)
    {
        Address = address;
        Database = new CatalogDatabase(provider, OptionsOf(provider, address));
        this.drop = drop;
    }

    /// <summary>Connection string.</summary>
    public string Address { get; }

    public CatalogDatabase Database { get; }

    /// <summary>A copy of a catalog that was migrated once.</summary>
    public static async Task<TestCatalog> CreateAsync(Provider provider)
    {
        switch (provider)
        {
            case Provider.Sqlite:
                var file = await SqliteDatabase.CreateAsync("catalog", address => MigrateAsync(provider, address));
                return new TestCatalog(provider, file.Address, () =>
                {
                    file.Dispose();
                    return ValueTask.CompletedTask;
                });
            case Provider.SqlServer:
                var server = SqlServerDatabase.Create();
                await using (var context = new CatalogContext(OptionsOf(provider, server.Address)))
                {
                    await new SqlServerMigrator().MigrateAsync(context, null, CancellationToken.None);
                }

                return new TestCatalog(provider, server.Address, server.DisposeAsync);
            default:
                var database = await PostgresDatabase.CreateAsync("catalog", address => MigrateAsync(provider, address));
                return new TestCatalog(provider, database.Address, database.DisposeAsync);
        }
    }

    public ValueTask DisposeAsync() => drop();

    private static async Task MigrateAsync(Provider provider, string address)
    {
        await using var context = new CatalogContext(OptionsOf(provider, address));
        await context.Database.MigrateAsync();
    }

    private static DbContextOptions<CatalogContext> OptionsOf(Provider provider, string address) => provider switch
    {
        Provider.Sqlite => SqliteCatalog.Options(address),
        Provider.Postgres => PostgresCatalog.Options(address),
        _ => SqlServerCatalog.Options(address),
    };
}
