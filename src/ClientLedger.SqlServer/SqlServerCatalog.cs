using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.SqlServer;

/// <summary>The catalog on SQL Server.</summary>
public static class SqlServerCatalog
{
    /// <summary>Options of a catalog context. Level 150 is the newest that the T-SQL check knows.</summary>
    public static DbContextOptions<CatalogContext> Options(string connectionString) => CatalogContext.Options()
        .UseSqlServer(connectionString, server => server
            .UseCompatibilityLevel(150)
            .MigrationsAssembly(typeof(SqlServerCatalog).Assembly.GetName().Name)
            .MigrationsHistoryTable(CatalogContext.HistoryTable))
        .Options;
}
