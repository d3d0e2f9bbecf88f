using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Imports.Uploads;

/// <summary>
/// A piece of an uploaded file, packed and encrypted under the tenant's key. Files lie in the ledger and not beside it, so that every node can go on
/// with an import, and the fences of the ledger stand around them.
/// </summary>
public sealed class UploadChunk : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>The <see cref="ImportRun"/>.</summary>
    public long ImportId { get; set; }

    /// <summary>From 0.</summary>
    public int Number { get; set; }

    public required byte[] Content { get; set; }
}

internal sealed class UploadChunkMapping : IEntityTypeConfiguration<UploadChunk>
{
    public void Configure(EntityTypeBuilder<UploadChunk> builder)
    {
        builder.ToTable("UploadChunks").HasKey(chunk => new { chunk.TenantId, chunk.ImportId, chunk.Number });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(chunk => new { chunk.TenantId, chunk.ImportId }).OnDelete(DeleteBehavior.NoAction);
    }
}
