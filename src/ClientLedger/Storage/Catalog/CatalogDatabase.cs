using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage.Catalog;

/// <summary>The catalog under its app connection string.</summary>
/// <param name="provider">The engine it runs on.</param>
/// <param name="options">From the provider's project.</param>
public sealed class CatalogDatabase(Provider provider, DbContextOptions<CatalogContext> options)
{
    public Provider Provider { get; } = provider;

    /// <summary>A context on a connection of its own.</summary>
    public CatalogContext CreateContext() => new(options);
}
