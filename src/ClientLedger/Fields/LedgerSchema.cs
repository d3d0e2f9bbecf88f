using System.Collections.Frozen;

namespace ClientLedger.Fields;

/// <summary>All entities of a ledger, as one tenant has them: the built-in fields and its own. Immutable; tenants without own fields share one.</summary>
public sealed class LedgerSchema
{
    private readonly FrozenDictionary<string, EntityDescriptor> byName;

    public LedgerSchema(IEnumerable<EntityDescriptor> entities)
    {
        Entities = [.. entities.OrderBy(entity => entity.Id)];
        byName = Entities.ToFrozenDictionary(entity => entity.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<EntityDescriptor> Entities { get; }

    /// <summary>The entity of that API name, or null.</summary>
    public EntityDescriptor? Find(string entity) => byName.GetValueOrDefault(entity);

    /// <summary>The entity of that id, or null.</summary>
    public EntityDescriptor? Find(int entityId) => Entities.FirstOrDefault(entity => entity.Id == entityId);

    /// <summary>The entity of that API name, which must exist.</summary>
    public EntityDescriptor this[string entity] => byName[entity];

    /// <summary>This schema with a tenant's own fields.</summary>
    public LedgerSchema With(ILookup<string, FieldDescriptor> customByEntity) =>
        new(Entities.Select(entity => customByEntity.Contains(entity.Name) ? entity.With(customByEntity[entity.Name]) : entity));
}
