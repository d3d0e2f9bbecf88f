using System.Reflection;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClientLedger.Storage;

/// <summary>
/// The ledger's model, fixed to one tenant at its construction: for tables that aren't records. The named filters <c>tenant</c> and <c>deleted</c>
/// stand on every query; records are written by the write gate alone, so saving one is refused.
/// </summary>
public sealed class LedgerContext(DbContextOptions<LedgerContext> options, int tenantId) : DbContext(options)
{
    /// <summary>Name of the filter that keeps a query in its tenant.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>Name of the filter that leaves deleted records out.</summary>
    public const string DeletedFilter = "deleted";

    /// <summary>Table of the migrations that a ledger database has had.</summary>
    public const string HistoryTable = "__Migrations_ledger";

    public int TenantId { get; } = tenantId;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Prepare();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        LedgerModel.Build(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            var fence = type.IsAssignableTo(typeof(LedgerRecord)) ? nameof(FenceRecords) : nameof(FenceRows);
            typeof(LedgerContext).GetMethod(fence, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        }
    }

    private void FenceRows<TRow>(ModelBuilder modelBuilder)
        where TRow : class, ITenantOwned =>
        modelBuilder.Entity<TRow>().HasQueryFilter(TenantFilter, row => row.TenantId == TenantId);

    private void FenceRecords<TRecord>(ModelBuilder modelBuilder)
        where TRecord : LedgerRecord
    {
        FenceRows<TRecord>(modelBuilder);
        modelBuilder.Entity<TRecord>().HasQueryFilter(DeletedFilter, record => record.DeletedAt == null);
    }

    private void Prepare()
    {
        ScopeStamp.RenewIn(this);
        CheckTenant();
    }

    private void CheckTenant()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is LedgerRecord)
            {
                throw new InvalidOperationException($"{entry.Metadata.DisplayName()} is a record of the ledger: the write gate alone writes it.");
            }

            CheckTenant(entry.Property(nameof(ITenantOwned.TenantId)), entry);
        }
    }

    private void CheckTenant(PropertyEntry tenant, EntityEntry entry)
    {
        if (entry.State == EntityState.Added && tenant.CurrentValue is 0)
        {
            tenant.CurrentValue = TenantId;
        }

        if (TenantId <= 0 || tenant.CurrentValue is not int current || current != TenantId || tenant.OriginalValue is not int original
            || (entry.State != EntityState.Added && original != TenantId))
        {
            throw new InvalidOperationException(
                $"{entry.Metadata.DisplayName()} of tenant {tenant.OriginalValue} → {tenant.CurrentValue} can't be saved in the ledger of tenant {TenantId}.");
        }
    }
}
