using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Postgres;

/// <summary>The catalog on PostgreSQL.</summary>
public static class PostgresCatalog
{
    /// <summary>Options of a catalog context.</summary>
    public static DbContextOptions<CatalogContext> Options(string connectionString) => CatalogContext.Options()
        .UseNpgsql(connectionString, postgres => postgres
            .MigrationsAssembly(typeof(PostgresCatalog).Assembly.GetName().Name)
            .MigrationsHistoryTable(CatalogContext.HistoryTable))
        .Options;
}
