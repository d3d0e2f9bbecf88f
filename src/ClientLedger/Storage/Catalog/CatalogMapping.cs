using ClientLedger.Jobs;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage.Catalog;

/// <summary>Tables and keys of the catalog.</summary>
internal static class CatalogMapping
{
    private const int ShortText = 200;
    private const int ShardName = 40;
    private const int Hash = 32;

    public static void Map(ModelBuilder model)
    {
        MapTenants(model);
        MapAccounts(model);
        model.ApplyConfiguration(new JobRunMapping());
        MapInstallation(model);
    }

    private static void MapTenants(ModelBuilder model)
    {
        model.Entity<Tenant>(tenant =>
        {
            tenant.Property(x => x.Name).HasMaxLength(Tenant.MaxName);
            tenant.HasIndex(x => x.Name).IsUnique();
            tenant.Property(x => x.Reason).HasMaxLength(1_000);
            tenant.Property(x => x.Shard).HasMaxLength(ShardName);
            tenant.HasOne<Shard>().WithMany().HasForeignKey(x => x.Shard).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Shard>(shard =>
        {
            shard.HasKey(x => x.Name);
            shard.Property(x => x.Name).HasMaxLength(ShardName);
            shard.Property(x => x.Provider).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<TenantKey>(key =>
        {
            key.HasKey(x => x.TenantId);
            key.Property(x => x.TenantId).ValueGeneratedNever();
            key.Property(x => x.Wrapped).HasMaxLength(100);
            key.HasOne<Tenant>().WithOne().HasForeignKey<TenantKey>(x => x.TenantId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LogAnchor>(anchor =>
        {
            anchor.HasKey(x => x.TenantId);
            anchor.Property(x => x.TenantId).ValueGeneratedNever();
            anchor.Property(x => x.Mac).HasMaxLength(Hash);
            anchor.HasOne<Tenant>().WithOne().HasForeignKey<LogAnchor>(x => x.TenantId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapAccounts(ModelBuilder model)
    {
        model.Entity<Account>().ToTable("Accounts").Property(x => x.Id).ValueGeneratedNever();
        model.Entity<IdentityUserClaim<long>>().ToTable("AccountClaims");
        model.Entity<IdentityUserLogin<long>>().ToTable("AccountLogins");
        model.Entity<IdentityUserToken<long>>().ToTable("AccountTokens");
        model.Entity<IdentityUserPasskey<long>>(passkey =>
        {
            passkey.ToTable("AccountPasskeys");

            // A clustered key of SQL Server holds 900 bytes; authenticators make credential ids of 16 to 64.
            passkey.Property(x => x.CredentialId).HasMaxLength(900);
        });
        model.Entity<Membership>(membership =>
        {
            membership.HasKey(x => new { x.TenantId, x.AccountId });
            membership.HasIndex(x => x.AccountId);
            membership.Property(x => x.DisplayName).HasMaxLength(ShortText);
            membership.HasOne<Tenant>().WithMany().HasForeignKey(x => x.TenantId).OnDelete(DeleteBehavior.Restrict);
            membership.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ApiKey>(key =>
        {
            key.HasKey(x => new { x.TenantId, x.Id });
            key.Property(x => x.Name).HasMaxLength(ApiKey.MaxName);
            key.Property(x => x.SecretHash).HasMaxLength(Hash);
            key.Property(x => x.Networks).HasMaxLength(ApiKey.MaxNetworks);
            key.HasOne<Tenant>().WithMany().HasForeignKey(x => x.TenantId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HandOver>(handOver =>
        {
            handOver.HasKey(x => new { x.TenantId, x.CodeHash });
            handOver.Property(x => x.CodeHash).HasMaxLength(Hash);
            handOver.Property(x => x.Binding).HasMaxLength(Hash);
            handOver.HasIndex(x => x.ExpiresAt);
            handOver.HasOne<Tenant>().WithMany().HasForeignKey(x => x.TenantId).OnDelete(DeleteBehavior.Restrict);
            handOver.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapInstallation(ModelBuilder model)
    {
        model.Entity<NodeLease>(lease =>
        {
            lease.HasKey(x => x.Node);
            lease.Property(x => x.Node).ValueGeneratedNever();
            lease.Property(x => x.Holder).HasMaxLength(ShortText).IsConcurrencyToken();
            lease.Property(x => x.ExpiresAt).IsConcurrencyToken();
        });
        model.Entity<MasterKeyMark>(mark =>
        {
            mark.Property(x => x.Id).ValueGeneratedNever();
            mark.Property(x => x.Fingerprint).HasMaxLength(Hash);
        });
        model.Entity<DataProtectionKey>().Property(x => x.FriendlyName).HasMaxLength(ShortText);
    }
}
