using System.Reflection;
using ClientLedger.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Storage;

/// <summary>What the ledger model needs to know of a record's mapping besides its configuration.</summary>
internal interface IRecordMapping
{
    EntityDescriptor Entity { get; }
}

/// <summary>
/// Maps a record's class by its descriptors: keys, lengths, the columns that stand beside a value, indexes. Each room derives one for its entity;
/// foreign keys are added by <see cref="LedgerModel"/>, which knows all entities.
/// </summary>
/// <param name="entity">The descriptor.</param>
/// <param name="elsewhere">Fields whose values don't lie in the record's own row.</param>
internal abstract class RecordMapping<TRecord>(EntityDescriptor entity, IReadOnlyList<FieldDescriptor>? elsewhere = null)
    : IEntityTypeConfiguration<TRecord>, IRecordMapping
    where TRecord : LedgerRecord
{
    /// <summary>Longest keyed hash, as text.</summary>
    private const int HashLength = 64;

    public EntityDescriptor Entity { get; } = entity;

    public void Configure(EntityTypeBuilder<TRecord> builder)
    {
        builder.ToTable(string.Concat(Entity.Plural[..1].ToUpperInvariant(), Entity.Plural.AsSpan(1)));
        builder.HasKey(record => new { record.TenantId, record.Id });
        builder.Property(record => record.TenantId).ValueGeneratedNever();
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Custom).IsJson();
        foreach (var field in Entity.Fields)
        {
            if (elsewhere?.Contains(field) is not true)
            {
                MapValue(builder, field);
                MapBeside(builder, field);
                MapIndexes(builder, Entity, field);
            }
        }
    }

    private void MapValue(EntityTypeBuilder<TRecord> builder, FieldDescriptor field)
    {
        var name = RecordTable.PropertyOf(field);
        var property = typeof(TRecord).GetProperty(name, BindingFlags.Instance | BindingFlags.Public)
            ?? throw new InvalidOperationException($"{typeof(TRecord).Name} has no property {name} for the field {Entity.Name}.{field.Name}.");
        var mapped = builder.Property(property.PropertyType, name);
        if (field.Section != "system")
        {
            mapped.IsRequired(field.Required);
        }

        if (field.Several)
        {
            // Nothing is asked of it in the database but the whole (the field index is asked for its elements), so it is text there, which is read as it is.
            mapped.HasConversion(new TextListConverter(), new TextListComparer());
        }
        else if (field.Type.IsTenThousandths())
        {
            mapped.IsTenThousandths();
        }
        else if (property.PropertyType == typeof(string) && field.Type != FieldType.LongText)
        {
            mapped.HasMaxLength(field.MaxLength);
        }
    }

    private static void MapBeside(EntityTypeBuilder<TRecord> builder, FieldDescriptor field)
    {
        if (ColumnNames.KeyOf(field) is { } key)
        {
            builder.Property<string>(key).IsRequired(field.Required);
        }

        if (field.Sensitivity == Sensitivity.Sensitive)
        {
            foreach (var hash in new[] { ColumnNames.HashOf(field)!, ColumnNames.TailOf(field)! })
            {
                builder.Property<string>(hash).HasMaxLength(HashLength).IsRequired(false);
                builder.HasIndex(nameof(LedgerRecord.TenantId), hash, nameof(LedgerRecord.Id));
            }
        }
    }

    private static void MapIndexes(EntityTypeBuilder<TRecord> builder, EntityDescriptor entity, FieldDescriptor field)
    {
        // Several values are found through FieldIndex, the id through the primary key.
        if (field.Several || field.Name == SystemFields.Id)
        {
            return;
        }

        var compared = ColumnNames.HashOf(field) ?? ColumnNames.KeyOf(field) ?? RecordTable.PropertyOf(field);
        if (field.Unique)
        {
            builder.HasIndex(nameof(LedgerRecord.TenantId), compared).IsUnique()
                .HasAnnotation(LedgerModel.LiveAndNotEmpty, true);
        }

        if (field.Indexed || (field.Unique && field.Sensitivity == Sensitivity.Normal))
        {
            builder.HasIndex(nameof(LedgerRecord.TenantId), compared, nameof(LedgerRecord.Id));
        }

        if (field.BrowsedBy is { } latest)
        {
            builder.HasIndex(nameof(LedgerRecord.TenantId), compared, RecordTable.PropertyOf(entity.Fields.First(other => other.Name == latest)), nameof(LedgerRecord.Id)).IsDescending(false, false, true, false)
                .HasAnnotation(LedgerModel.Live, true);
        }
    }
}
