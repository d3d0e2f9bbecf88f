using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Imports;

/// <summary>A file that somebody uploaded, what is to be done with it, and what became of its lines. The run of its job has the same id.</summary>
public sealed class ImportRun : ITenantOwned
{
    /// <summary>Longest name of a file.</summary>
    public const int MaxName = 200;

    public int TenantId { get; set; }

    public long Id { get; set; }

    /// <summary>Whoever uploaded it, who alone may see what is in it.</summary>
    public long PersonId { get; set; }

    /// <summary>What the person calls the file.</summary>
    public required string FileName { get; set; }

    /// <summary>Of the file as it was uploaded; 0 until all of it has come.</summary>
    public long Bytes { get; set; }

    public DateTime UploadedAt { get; set; }

    /// <summary>The headings of the file as the plan reads it, a JSON array; null while there is no plan.</summary>
    public string? Headings { get; set; }

    /// <summary>The <see cref="Mapping.ImportPlan"/> as JSON; null while there is none.</summary>
    public string? Plan { get; set; }

    /// <summary>From then on the plan stays as it is.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>Of the file; 0 until they were counted.</summary>
    public long Lines { get; set; }

    /// <summary>Lines whose record was made.</summary>
    public long Created { get; set; }

    /// <summary>Lines whose record was changed.</summary>
    public long Updated { get; set; }

    /// <summary>Lines left out: by a rule, as repetitions, as duplicates, or since the ledger has all that they say.</summary>
    public long Skipped { get; set; }

    /// <summary>Those of the skipped lines that say nothing new.</summary>
    public long Unchanged { get; set; }

    /// <summary>Lines that are kept with their reasons.</summary>
    public long Refused { get; set; }

    /// <summary>The file was taken away after its import; what became of its lines stays.</summary>
    public bool FileIsGone { get; set; }
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("ImportRuns").HasKey(run => new { run.TenantId, run.Id });
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.FileName).HasMaxLength(ImportRun.MaxName);
        builder.HasIndex(run => new { run.TenantId, run.PersonId, run.UploadedAt });
    }
}
