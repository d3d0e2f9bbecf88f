using ClientLedger.Fields;
using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Web.Composition;

/// <summary>What a provider's project gives to the host.</summary>
internal sealed record Engine(
    DatabaseMigrator Migrator,
    Func<string, DbContextOptions<CatalogContext>> Catalog,
    Func<string, DbContextOptions<LedgerContext>> LedgerAsOwner,
    Func<string, LedgerSchema, LedgerDatabase> Ledger)
{
    /// <summary>The engine of a provider for a process that only reads. On SQLite it may run beside the one that writes.</summary>
    public static Engine ForReading(Provider provider) => provider == Provider.Sqlite
        ? Of(provider) with { Catalog = SqliteCatalog.OptionsForReading, Ledger = SqliteLedger.ForReading }
        : Of(provider);

    /// <summary>The engine of a provider.</summary>
    public static Engine Of(Provider provider) => provider switch
    {
        Provider.Sqlite => new(new SqliteMigrator(), SqliteCatalog.Options, SqliteLedger.Options, (app, schema) => new SqliteLedger(app, schema)),
        Provider.Postgres => new(new PostgresMigrator(), PostgresCatalog.Options, PostgresLedger.Options, (app, schema) => new PostgresLedger(app, schema)),
        Provider.SqlServer => new(new SqlServerMigrator(), SqlServerCatalog.Options, SqlServerLedger.Options, (app, schema) => new SqlServerLedger(app, schema)),
        _ => throw new InvalidOperationException($"{provider} has no engine."),
    };
}
