using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.History;

internal sealed class LogHeadMapping : IEntityTypeConfiguration<LogHead>
{
    public void Configure(EntityTypeBuilder<LogHead> builder)
    {
        builder.ToTable("LogHead").HasKey(head => head.TenantId);
        builder.Property(head => head.TenantId).ValueGeneratedNever();
        builder.Property(head => head.Mac).HasMaxLength(LogChain.HashLength);
    }
}

internal sealed class LogSetMapping : IEntityTypeConfiguration<LogSet>
{
    public void Configure(EntityTypeBuilder<LogSet> builder)
    {
        builder.ToTable("LogSet").HasKey(set => new { set.TenantId, set.Number });
        builder.Property(set => set.Number).ValueGeneratedNever();
        builder.HasIndex(set => new { set.TenantId, set.SetId }).IsUnique();
        builder.Property(set => set.ActorName).HasMaxLength(200);
        builder.Property(set => set.Reason).HasMaxLength(ChangeSet.LongestReason);
        builder.Property(set => set.Digest).HasMaxLength(LogChain.HashLength);
        builder.Property(set => set.Mac).HasMaxLength(LogChain.HashLength);
    }
}

internal sealed class LogEntryMapping : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("LogEntry").HasKey(entry => new { entry.TenantId, entry.SetId, entry.Ordinal });
        builder.Property(entry => entry.SetId).ValueGeneratedNever();
        builder.Property(entry => entry.Ordinal).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.TenantId, entry.RecordId, entry.Version });
        builder.Property(entry => entry.Salt).HasMaxLength(LogChain.SaltLength);
        builder.Property(entry => entry.ValuesHash).HasMaxLength(LogChain.HashLength);
    }
}
