using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Jobs;

/// <summary>How far a run has come in its tenant's ledger: written in the transaction of the batch that it describes, and therefore never ahead of it nor behind.</summary>
public sealed class JobCheckpoint : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>The <see cref="JobRun"/>.</summary>
    public long RunId { get; set; }

    /// <summary>The attempt that may write: that of the run when it was taken up last.</summary>
    public int Attempt { get; set; }

    /// <summary>Units that are done.</summary>
    public long Done { get; set; }

    /// <summary>Where to go on, in the words of the job; null at the beginning.</summary>
    public string? Position { get; set; }

    /// <summary>Why the run failed, as <see cref="Messages.KeptRefusals"/> keep it.</summary>
    public string? Failure { get; set; }
}

internal sealed class JobCheckpointMapping : IEntityTypeConfiguration<JobCheckpoint>
{
    public void Configure(EntityTypeBuilder<JobCheckpoint> builder)
    {
        builder.ToTable("JobCheckpoints").HasKey(checkpoint => new { checkpoint.TenantId, checkpoint.RunId });
        builder.Property(checkpoint => checkpoint.RunId).ValueGeneratedNever();
        builder.Property(checkpoint => checkpoint.Position).HasMaxLength(2_000);
    }
}
