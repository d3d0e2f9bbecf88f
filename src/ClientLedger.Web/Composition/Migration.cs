using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;

namespace ClientLedger.Web.Composition;

/// <summary>Brings the catalog and all shards to their newest migration, as their owners.</summary>
internal sealed partial class Migration(DatabaseSettings databases, HeldFiles files, ILogger<Migration> logger)
{
    /// <summary>Migrates what isn't there yet; twice does nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Before anything is changed: what another process works in stays as it is.
        files.Take(databases);
        var catalog = Engine.Of(databases.Catalog.Provider);
        await using (var context = new CatalogContext(catalog.Catalog(databases.Catalog.Owner)))
        {
            await catalog.Migrator.MigrateAsync(context, databases.Catalog.App, cancellationToken);
        }

        LogMigrated(logger, databases.Catalog.Name, databases.Catalog.Provider);
        foreach (var shard in databases.Shards.Values)
        {
            var engine = Engine.Of(shard.Provider);
            await using var context = new LedgerContext(engine.LedgerAsOwner(shard.Owner), tenantId: 0);
            await engine.Migrator.MigrateAsync(context, shard.App, cancellationToken);
            LogMigrated(logger, shard.Name, shard.Provider);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Database} ({Provider}) is at its newest migration.")]
    private static partial void LogMigrated(ILogger logger, string database, Provider provider);
}
