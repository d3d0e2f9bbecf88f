using ClientLedger.Jobs;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Storage.Catalog;

/// <summary>The catalog's model: what all tenants share. No customer data lies in it.</summary>
public sealed class CatalogContext : IdentityUserContext<Account, long>
{
    /// <summary>Its own, since several contexts may live in one database.</summary>
    public const string HistoryTable = "__Migrations_catalog";

    // The model asks its options' service provider for the schema of ASP.NET Core Identity; without one, passkeys have no table.
    private static readonly ServiceProvider IdentitySchema = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public CatalogContext(DbContextOptions<CatalogContext> options)
        : base(options)
    {
        // Single statements too: on SQLite each save begins IMMEDIATE and waits its turn in the file's queue.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Shard> Shards => Set<Shard>();

    public DbSet<TenantKey> TenantKeys => Set<TenantKey>();

    public DbSet<LogAnchor> LogAnchors => Set<LogAnchor>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<NodeLease> NodeLeases => Set<NodeLease>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<MasterKeyMark> MasterKeyMarks => Set<MasterKeyMark>();

    /// <summary>Options to which a provider still has to be added. All contexts of the catalog begin with these.</summary>
    public static DbContextOptionsBuilder<CatalogContext> Options() =>
        new DbContextOptionsBuilder<CatalogContext>().UseApplicationServiceProvider(IdentitySchema);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => UtcMoments.Use(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        CatalogMapping.Map(builder);
    }
}
