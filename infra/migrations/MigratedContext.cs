using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Migrations;

/// <summary>A context on one provider, and where its migrations lie. No server is called.</summary>
/// <param name="Name">Folder below <c>Migrations</c>: one for each context.</param>
internal sealed record MigratedContext(string Name, Provider Provider, Func<DbContext> Create)
{
    public static readonly IReadOnlyList<MigratedContext> All =
    [
        new("Catalog", Provider.Sqlite, () => new CatalogContext(SqliteCatalog.Options("Data Source=:memory:"))),
        new("Catalog", Provider.Postgres, () => new CatalogContext(PostgresCatalog.Options("Host=localhost"))),
        new("Catalog", Provider.SqlServer, () => new CatalogContext(SqlServerCatalog.Options("Server=localhost"))),
        new("Ledger", Provider.Sqlite, () => new LedgerContext(SqliteLedger.Options("Data Source=:memory:"), tenantId: 0)),
        new("Ledger", Provider.Postgres, () => new LedgerContext(PostgresLedger.Options("Host=localhost"), tenantId: 0)),
        new("Ledger", Provider.SqlServer, () => new LedgerContext(SqlServerLedger.Options("Server=localhost"), tenantId: 0)),
    ];

    /// <summary>Name of the provider's project and root namespace.</summary>
    public string Project => "ClientLedger." + Provider;
}
