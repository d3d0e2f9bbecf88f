using System.Text.Json;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Jobs;

/// <summary>The table of runs in the catalog.</summary>
internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns").HasKey(run => new { run.TenantId, run.Id });
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Kind).HasMaxLength(40);
        builder.Property(run => run.Holder).HasMaxLength(200);
        builder.Property(run => run.Findings).HasMaxLength(2_000).HasConversion(
            findings => JsonSerializer.Serialize(findings, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<Dictionary<string, long>>(stored, JsonSerializerOptions.Default)!,
            new ValueComparer<Dictionary<string, long>>(
                (left, right) => left!.Count == right!.Count && !left.Except(right).Any(),
                findings => findings.Count,
                findings => new Dictionary<string, long>(findings)));
        builder.HasOne<Tenant>().WithMany().HasForeignKey(run => run.TenantId).OnDelete(DeleteBehavior.Restrict);

        // Which run is due, and which runs somebody asked for.
        builder.HasIndex(run => run.State);
        builder.HasIndex(run => new { run.TenantId, run.AskerId, run.QueuedAt });
    }
}
