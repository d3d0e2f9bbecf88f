using ClientLedger.Access;
using ClientLedger.Fields;

namespace ClientLedger.Reading.Searching;

/// <summary>An entity in which a search looks, and the fields that the caller may search by.</summary>
internal sealed class SearchedEntity(EntityDescriptor entity, EntityRights rights)
{
    public EntityDescriptor Entity { get; } = entity;

    /// <summary>Fields that are clear at least on some rows.</summary>
    public IReadOnlyList<FieldDescriptor> Fields { get; } =
    [
        .. entity.Fields.Where((field, ordinal) => IsIndexed(field) && rights.Best(ordinal) == ReadRight.Clear),
    ];

    /// <summary>The caller sees every record and every searched field of each, so that a row of the index is enough to know.</summary>
    public bool IsOpen => rights.SeesEveryRecord
        && Fields.All(searched => rights.Grants.Any(grant => grant.IsEverywhere && grant.Read[Entity.OrdinalOf(searched.Name)] == ReadRight.Clear));

    /// <summary>The searched fields are clear on every record that the caller sees.</summary>
    public bool IsClearWhereSeen =>
        Fields.All(searched => rights.Grants.All(grant => grant.Read[Entity.OrdinalOf(searched.Name)] == ReadRight.Clear));

    /// <summary>The search index holds terms of the field.</summary>
    public static bool IsIndexed(FieldDescriptor field) => field.Search != SearchKind.None && field.Sensitivity == Sensitivity.Normal;
}
