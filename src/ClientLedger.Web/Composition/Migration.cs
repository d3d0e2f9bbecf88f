using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Web.Composition;

/// <summary>Brings the catalog and all shards to their newest migration, as their owners.</summary>
internal sealed partial class Migration(DatabaseSettings databases, HeldFiles files, ILogger<Migration> logger)
{
    /// <summary>Migrates what isn't there yet; twice does nothing. Then the app can work in all of them.</summary>
    /// <exception cref="Messages.RefusedException">Another process has a file, or a database can't be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Before anything is changed: what another process works in stays as it is.
        files.Take(databases);
        await MigrateAsync(databases.Catalog, (engine, owner) => new CatalogContext(engine.Catalog(owner)), cancellationToken);
        foreach (var shard in databases.Shards.Values)
        {
            await MigrateAsync(shard, (engine, owner) => new LedgerContext(engine.LedgerAsOwner(owner), tenantId: 0), cancellationToken);
        }

        await Unusable.RefuseAsync(databases, Engine.Of, cancellationToken);
    }

    private Task MigrateAsync(DatabaseAddress database, Func<Engine, string, DbContext> open, CancellationToken cancellationToken) =>
        Unusable.NameAsync(database.OwnerSetting, async () =>
        {
            var engine = Engine.Of(database.Provider);
            await using var context = open(engine, database.Owner);
            await engine.Migrator.MigrateAsync(context, database.App, cancellationToken);
            LogMigrated(logger, database.Name, database.Provider);
        });

    [LoggerMessage(Level = LogLevel.Information, Message = "{Database} ({Provider}) is at its newest migration.")]
    private static partial void LogMigrated(ILogger logger, string database, Provider provider);
}
