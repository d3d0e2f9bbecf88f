using ClientLedger.Fields;

namespace ClientLedger.Writing;

/// <summary>The order in which records may be written: what is referred to comes before what refers to it. References to the own entity don't count.</summary>
internal static class ReferenceOrder
{
    /// <summary>All entities of a schema. A circle among them is broken where it closes; the databases check its references at the end of the transaction or statement.</summary>
    public static IReadOnlyList<EntityDescriptor> Of(LedgerSchema schema)
    {
        var ordered = new List<EntityDescriptor>(schema.Entities.Count);
        var visited = new HashSet<string>();
        foreach (var entity in schema.Entities)
        {
            Visit(schema, entity, visited, ordered);
        }

        return ordered;
    }

    private static void Visit(LedgerSchema schema, EntityDescriptor entity, HashSet<string> visited, List<EntityDescriptor> ordered)
    {
        if (!visited.Add(entity.Name))
        {
            return;
        }

        foreach (var target in entity.Fields.Where(field => field.Type == FieldType.Reference && field.Target is not null))
        {
            Visit(schema, schema[target.Target!], visited, ordered);
        }

        ordered.Add(entity);
    }
}
