using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientLedger.Architecture.Tests;

public sealed class EntityTests
{
    /// <summary>Entities of the catalog that belong to the installation or to a person, not to one tenant.</summary>
    private static readonly HashSet<Type> OfNoTenant =
    [
        typeof(Tenant), typeof(Shard), typeof(NodeLease), typeof(DataProtectionKey), typeof(Account), typeof(IdentityUserClaim<long>),
        typeof(IdentityUserLogin<long>), typeof(IdentityUserToken<long>), typeof(IdentityUserPasskey<long>), typeof(IdentityPasskeyData),
    ];

    [Fact]
    public void Every_entity_of_the_catalog_is_a_tenants_or_listed()
    {
        using var catalog = new CatalogContext(SqliteCatalog.Options("Data Source=:memory:"));
        var entities = catalog.Model.GetEntityTypes().ToList();
        Violations.None(entities
            .Where(entity => !OfNoTenant.Contains(entity.ClrType) && !IsTenants(entity))
            .Select(entity => $"{entity.DisplayName()} is neither a tenant's (its key begins with TenantId) nor listed here."));
        Violations.None(OfNoTenant.Except(entities.Select(entity => entity.ClrType))
            .Select(type => $"{type.Name} isn't in the catalog: take it off the list."));
    }

    [Fact]
    public void Every_context_is_tested_here() => Violations.None(
        Product.Types
            .Where(type => type.IsSubclassOf(typeof(DbContext)) && type != typeof(CatalogContext) && type != typeof(LedgerContext))
            .Select(type => $"{type.FullName} has no test that its entities are a tenant's."));

    private static bool IsTenants(IEntityType entity) => entity.FindPrimaryKey()?.Properties[0].Name == "TenantId";
}
