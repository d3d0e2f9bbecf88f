using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientLedger.Architecture.Tests;

public sealed class EntityTests
{
    private const string TenantId = nameof(ITenantOwned.TenantId);

    private static readonly IReadOnlyList<IEntityType> Ledger = [.. Entities()];

    /// <summary>Entities of the catalog that belong to the installation or to a person, not to one tenant.</summary>
    private static readonly HashSet<Type> OfNoTenant =
    [
        typeof(Tenant), typeof(Shard), typeof(NodeLease), typeof(MasterKeyMark), typeof(DataProtectionKey), typeof(Account), typeof(IdentityUserClaim<long>),
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
    public void Every_entity_of_the_ledger_is_a_tenants()
    {
        Assert.NotEmpty(Ledger);
        Violations.None(Ledger.Where(entity => !IsTenants(entity)).Select(entity => $"{entity.DisplayName()}: its key doesn't begin with TenantId."));
        Violations.None(Ledger
            .Where(entity => entity.GetDeclaredQueryFilters().All(filter => filter.Key != LedgerContext.TenantFilter))
            .Select(entity => $"{entity.DisplayName()} has no filter '{LedgerContext.TenantFilter}'."));
    }

    [Fact]
    public void Every_relation_of_the_ledger_is_by_tenant_and_takes_no_action() => Violations.None(
        from entity in Ledger
        from key in entity.GetForeignKeys()
        where key.Properties[0].Name != TenantId || key.PrincipalKey.Properties[0].Name != TenantId || key.DeleteBehavior != DeleteBehavior.NoAction
        select $"{entity.DisplayName()} refers to {key.PrincipalEntityType.DisplayName()} by {Names(key.Properties)}, on delete {key.DeleteBehavior}.");

    [Fact]
    public void Every_index_of_the_ledger_begins_with_the_tenant() => Violations.None(
        from entity in Ledger
        from index in entity.GetIndexes()
        where index.Properties[0].Name != TenantId
        select $"{entity.DisplayName()} has an index on {Names(index.Properties)}.");

    [Fact]
    public void Every_record_has_its_deleted_ones_filtered() => Violations.None(
        from entity in Ledger
        where entity.ClrType.IsAssignableTo(typeof(LedgerRecord))
        where entity.GetDeclaredQueryFilters().All(filter => filter.Key != LedgerContext.DeletedFilter)
        select $"{entity.DisplayName()} has no filter '{LedgerContext.DeletedFilter}'.");

    [Fact]
    public void Every_context_is_tested_here() => Violations.None(
        Product.Types
            .Where(type => type.IsSubclassOf(typeof(DbContext)) && type != typeof(CatalogContext) && type != typeof(LedgerContext))
            .Select(type => $"{type.FullName} has no test that its entities are a tenant's."));

    private static IEnumerable<IEntityType> Entities()
    {
        using var ledger = new LedgerContext(new DbContextOptionsBuilder<LedgerContext>().UseSqlite().Options, tenantId: 1);
        return ledger.GetService<IDesignTimeModel>().Model.GetEntityTypes();
    }

    private static bool IsTenants(IEntityType entity) => entity.FindPrimaryKey()?.Properties[0].Name == TenantId;

    private static string Names(IReadOnlyList<IProperty> properties) => string.Join(", ", properties.Select(property => property.Name));
}
