using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Imports.Refused;

/// <summary>The refused lines of one batch with their reasons, packed and encrypted, since they hold what the file held.</summary>
public sealed class RefusedLines : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>The <see cref="ImportRun"/>.</summary>
    public long ImportId { get; set; }

    /// <summary>Number of the first of them in the file.</summary>
    public long FirstRow { get; set; }

    /// <summary>Bytes before they were packed.</summary>
    public int Bytes { get; set; }

    public required byte[] Content { get; set; }
}

internal sealed class RefusedLinesMapping : IEntityTypeConfiguration<RefusedLines>
{
    public void Configure(EntityTypeBuilder<RefusedLines> builder)
    {
        builder.ToTable("RefusedLines").HasKey(lines => new { lines.TenantId, lines.ImportId, lines.FirstRow });
        builder.Property(lines => lines.FirstRow).ValueGeneratedNever();
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(lines => new { lines.TenantId, lines.ImportId }).OnDelete(DeleteBehavior.NoAction);
    }
}
