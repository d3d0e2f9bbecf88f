using ClientLedger.Messages;

namespace ClientLedger.Fields;

/// <summary>The fields that every record has, written by the write gate alone.</summary>
public static class SystemFields
{
    public const string Id = "id";
    public const string Version = "version";
    public const string CreatedAt = "createdAt";
    public const string CreatedBy = "createdBy";
    public const string UpdatedAt = "updatedAt";
    public const string UpdatedBy = "updatedBy";

    /// <summary>How many there are; a record's own fields begin at this ordinal.</summary>
    public const int Count = 6;

    /// <summary>Ordinals, the same in every entity.</summary>
    public const int IdOrdinal = 0, VersionOrdinal = 1, CreatedAtOrdinal = 2, CreatedByOrdinal = 3, UpdatedAtOrdinal = 4, UpdatedByOrdinal = 5;

    internal static IEnumerable<FieldDescriptor> Of(int entity) =>
    [
        Make(entity, 901, Id, FieldType.Reference, "编号", "Id"),
        Make(entity, 902, Version, FieldType.Integer, "版本", "Version"),
        Make(entity, 903, CreatedAt, FieldType.Moment, "创建时间", "Created at"),
        Make(entity, 904, CreatedBy, FieldType.Person, "创建人", "Created by"),
        Make(entity, 905, UpdatedAt, FieldType.Moment, "更新时间", "Updated at"),
        Make(entity, 906, UpdatedBy, FieldType.Person, "更新人", "Updated by"),
    ];

    private static FieldDescriptor Make(int entity, int number, string name, FieldType type, string chinese, string english) => new()
    {
        Id = (entity * 1000) + number,
        Name = name,
        Label = new Label(chinese, english),
        Type = type,
        Derived = true,
        Indexed = name is Id or UpdatedAt or CreatedAt,
        Section = "system",
        Order = number,
    };
}
