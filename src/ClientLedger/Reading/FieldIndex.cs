using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Reading;

/// <summary>
/// A value by which records are found other than by a column of their own: one row for each record and custom field marked indexed or unique,
/// the empty ones too, and one for each element of a field of several values. Deleted records keep theirs, so that a record rule decides about them as
/// about live ones; whoever looks for live records asks the record. The write gate keeps it.
/// </summary>
public sealed class FieldIndex : ITenantOwned
{
    public int TenantId { get; set; }

    public int FieldId { get; set; }

    public long RecordId { get; set; }

    /// <summary>Place of the element, from 0; 0 for a single value.</summary>
    public int Position { get; set; }

    /// <summary>The field is empty.</summary>
    public bool IsNull { get; set; }

    /// <summary>Folded key of a text, or the value itself.</summary>
    public string? Text { get; set; }

    /// <summary>Whole number, ten-thousandths, id, 0 or 1, or the day number of a date.</summary>
    public long? Number { get; set; }

    public DateTime? Moment { get; set; }

    /// <summary>UTF-16 units of the longest text that a field in this index may hold.</summary>
    public const int LongestText = 500;
}

internal sealed class FieldIndexMapping : IEntityTypeConfiguration<FieldIndex>
{
    public void Configure(EntityTypeBuilder<FieldIndex> builder)
    {
        builder.ToTable(nameof(FieldIndex));
        builder.HasKey(row => new { row.TenantId, row.FieldId, row.RecordId, row.Position });
        builder.Property(row => row.Text).HasMaxLength(FieldIndex.LongestText);

        // An empty field's three values are null and so come first: the index is the order of a list that is sorted by the field.
        builder.HasIndex(row => new { row.TenantId, row.FieldId, row.Text, row.Number, row.Moment, row.RecordId });
    }
}
