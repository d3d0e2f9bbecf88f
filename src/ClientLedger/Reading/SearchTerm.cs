using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Reading;

/// <summary>A term by which search finds a live record. The write gate keeps them.</summary>
public sealed class SearchTerm : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>A letter for the kind of term, then its text.</summary>
    public required string Term { get; set; }

    public int FieldId { get; set; }

    public long RecordId { get; set; }

    /// <summary>UTF-16 units of the longest term: the letter and 64 characters.</summary>
    public const int LongestTerm = 129;
}

internal sealed class SearchTermMapping : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> builder)
    {
        builder.ToTable(nameof(SearchTerm));
        builder.HasKey(row => new { row.TenantId, row.Term, row.FieldId, row.RecordId });
        builder.Property(row => row.Term).HasMaxLength(SearchTerm.LongestTerm);
    }
}
