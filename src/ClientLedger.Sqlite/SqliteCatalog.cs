using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Sqlite;

/// <summary>The catalog on SQLite: a file of its own beside the ledger's, with a write queue of its own.</summary>
public static class SqliteCatalog
{
    /// <summary>Options of a catalog context that only reads, beside a server or without one.</summary>
    public static DbContextOptions<CatalogContext> OptionsForReading(string connectionString) => Options(SqliteAddress.ForReading(connectionString));

    /// <summary>Options of a catalog context.</summary>
    public static DbContextOptions<CatalogContext> Options(string connectionString) => CatalogContext.Options()
        .UseSqlite(connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteCatalog).Assembly.GetName().Name)
            .MigrationsHistoryTable(CatalogContext.HistoryTable))
        .AddInterceptors(new QueuedWrites(WriteQueue.Of(SqliteAddress.FileOf(connectionString))))
        .Options;
}
