using System.Data.Common;
using ClientLedger.Fields;
using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClientLedger.Web.Composition;

/// <summary>What a provider's project gives to the host.</summary>
/// <param name="Read">Reads a connection string, or throws <see cref="ArgumentException"/> or <see cref="FormatException"/>.</param>
internal sealed record Engine(
    Func<string, DbConnectionStringBuilder> Read,
    DatabaseMigrator Migrator,
    Func<string, DbContextOptions<CatalogContext>> Catalog,
    Func<string, DbContextOptions<LedgerContext>> LedgerAsOwner,
    Func<DatabaseAddress, LedgerSchema, LedgerDatabase> Ledger)
{
    /// <summary>The engine of a provider for a process that only reads. On SQLite it may run beside the one that writes.</summary>
    public static Engine ForReading(Provider provider) => provider == Provider.Sqlite
        ? Of(provider) with { Catalog = SqliteCatalog.OptionsForReading, Ledger = (address, schema) => SqliteLedger.ForReading(address.App, schema) }
        : Of(provider);

    /// <summary>The engine of a provider.</summary>
    public static Engine Of(Provider provider) => provider switch
    {
        Provider.Sqlite => new(text => new SqliteConnectionStringBuilder(text), new SqliteMigrator(), SqliteCatalog.Options, SqliteLedger.Options, (address, schema) => new SqliteLedger(address.App, schema)),
        Provider.Postgres => new(text => new NpgsqlConnectionStringBuilder(text), new PostgresMigrator(), PostgresCatalog.Options, PostgresLedger.Options, (address, schema) => new PostgresLedger(address.App, schema, address.ReadsAtOnce)),
        Provider.SqlServer => new(text => new SqlConnectionStringBuilder(text), new SqlServerMigrator(), SqlServerCatalog.Options, SqlServerLedger.Options, (address, schema) => new SqlServerLedger(address.App, schema)),
        _ => throw new InvalidOperationException($"{provider} has no engine."),
    };
}
