using ClientLedger.Access;
using ClientLedger.Fields;

namespace ClientLedger.Reading.Searching;

/// <summary>An entity in which a search looks, and the fields that the caller may search by.</summary>
internal sealed class SearchedEntity
{
    public SearchedEntity(EntityDescriptor entity, EntityRights rights)
    {
        Entity = entity;
        SeesEveryRecord = rights.SeesEveryRecord;
        Fields = [.. entity.Fields.Where((field, ordinal) => IsIndexed(field) && rights.Best(ordinal) == ReadRight.Clear)];
        var byGrants = Fields.ToLookup(field => Coverage.Of(rights, grant => grant.Read[entity.OrdinalOf(field.Name)] == ReadRight.Clear));
        var everywhere = Coverage.Of(rights, grant => grant.IsEverywhere);
        Open = [.. byGrants.Where(fields => (fields.Key & everywhere) != 0).SelectMany(fields => fields)];
        Ruled = [.. byGrants.Where(fields => (fields.Key & everywhere) == 0).Select(fields => fields.ToArray())];
    }

    public EntityDescriptor Entity { get; }

    /// <summary>The caller sees every record, perhaps with more of it on some than on others.</summary>
    public bool SeesEveryRecord { get; }

    /// <summary>Fields that are clear at least on some rows.</summary>
    public IReadOnlyList<FieldDescriptor> Fields { get; }

    /// <summary>Those of them that are clear on every record that there is.</summary>
    public IReadOnlyList<FieldDescriptor> Open { get; }

    /// <summary>The others: together those that are clear on the same records, which a rule tells.</summary>
    public IReadOnlyList<FieldDescriptor[]> Ruled { get; }

    /// <summary>No record rule is asked where a row of the index is read.</summary>
    public bool IsOpen => Ruled.Count == 0;

    /// <summary>The search index holds terms of the field.</summary>
    public static bool IsIndexed(FieldDescriptor field) => field.Search != SearchKind.None && field.Sensitivity == Sensitivity.Normal;
}
