using System.Buffers.Binary;
using System.Security.Cryptography;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Tenancy;

/// <summary>A row on which the scopes of its tenant depend: when one changes, the next scope that is opened is made anew.</summary>
public interface IShapesScopes;

/// <summary>
/// Changes with every change of what scopes are made of (settings, own fields, teams, roles), in the same transaction, on whichever node.
/// The value means nothing: random, so that two changes at the same time never leave the same one behind.
/// </summary>
public sealed class ScopeStamp : ITenantOwned
{
    public int TenantId { get; set; }

    public long Value { get; set; }

    /// <summary>Renews the stamp of the context's tenant if what is about to be saved shapes its scopes.</summary>
    internal static void RenewIn(LedgerContext context)
    {
        if (!context.ChangeTracker.Entries<IShapesScopes>().Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            return;
        }

        var stamp = context.Set<ScopeStamp>().Local.FirstOrDefault()
            ?? context.Attach(new ScopeStamp { TenantId = context.TenantId }).Entity;
        stamp.Value = NewValue();
    }

    /// <summary>Renews the stamp of the context's tenant at once, for a change of what writers rely on beside their scope.</summary>
    internal static Task RenewAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        var value = NewValue();
        return context.Set<ScopeStamp>().ExecuteUpdateAsync(set => set.SetProperty(stamp => stamp.Value, value), cancellationToken);
    }

    /// <summary>The statement that reads a tenant's stamp.</summary>
    internal static SqlStatement StatementOf(LedgerTables tables, int tenantId) => SingleValue.Of(tables.Of<ScopeStamp>(), nameof(Value), tenantId);

    private static long NewValue()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) | 1;
    }
}

internal sealed class ScopeStampMapping : IEntityTypeConfiguration<ScopeStamp>
{
    public void Configure(EntityTypeBuilder<ScopeStamp> builder)
    {
        builder.ToTable("ScopeStamps").HasKey(stamp => stamp.TenantId);
        builder.Property(stamp => stamp.TenantId).ValueGeneratedNever();
    }
}
