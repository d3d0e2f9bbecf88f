using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Benchmarks.Data;

/// <summary>Settings of a product that keeps its catalog and its ledgers on PostgreSQL.</summary>
internal static class ProductDatabases
{
    /// <param name="pool">Connections to each at most.</param>
    public static IEnumerable<(string Name, string Value)> Of(PostgresDatabase catalog, PostgresDatabase ledger, int pool) =>
    [
        ("Catalog:Provider", "Postgres"), ("Catalog:Owner", catalog.Address), ("Catalog:App", AppOf(catalog, pool)),
        ("Shards:main:Provider", "Postgres"), ("Shards:main:Owner", ledger.Address), ("Shards:main:App", AppOf(ledger, pool)),
    ];

    private static string AppOf(PostgresDatabase database, int pool) => new NpgsqlConnectionStringBuilder(TestLedger.AppAddress(database.Address)) { MaxPoolSize = pool }.ConnectionString;
}
