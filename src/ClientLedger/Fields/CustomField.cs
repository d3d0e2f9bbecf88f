using System.Text.Json;
using System.Text.Json.Serialization;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Fields;

/// <summary>A field that a tenant has added to an entity. Its id and name are never used again, also after it was retired.</summary>
public sealed class CustomField : ITenantOwned, IShapesScopes
{
    /// <summary>The smallest id of a tenant's own field.</summary>
    public const int FirstId = 1_000_000;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public int TenantId { get; set; }

    /// <summary>Id of the field's descriptor: <see cref="FirstId"/> and above.</summary>
    public int Id { get; set; }

    /// <summary>API name of the entity.</summary>
    public required string Entity { get; set; }

    /// <summary>API name of the field.</summary>
    public required string Name { get; set; }

    /// <summary>The <see cref="FieldDescriptor"/> as JSON.</summary>
    public required string Definition { get; set; }

    /// <summary>The book that has the field; null for all books.</summary>
    public long? BookId { get; set; }

    /// <summary>No longer part of the entity; its values stay where they are.</summary>
    public bool Retired { get; set; }

    /// <summary>A row that holds a descriptor.</summary>
    public static CustomField Of(string entity, FieldDescriptor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new() { Id = field.Id, Entity = entity, Name = field.Name, Definition = JsonSerializer.Serialize(field, Json) };
    }

    /// <summary>The descriptor that the row holds.</summary>
    public FieldDescriptor Read() => JsonSerializer.Deserialize<FieldDescriptor>(Definition, Json)! with { Id = Id, Name = Name, Custom = true };
}

internal sealed class CustomFieldMapping : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.ToTable("CustomFields").HasKey(field => new { field.TenantId, field.Id });
        builder.Property(field => field.Id).ValueGeneratedNever();
        builder.Property(field => field.Entity).HasMaxLength(40);
        builder.Property(field => field.Name).HasMaxLength(CustomFieldRules.MaxName);
        builder.HasIndex(field => new { field.TenantId, field.Entity, field.Name }).IsUnique();
    }
}
