using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>Each operation begins at one type (3.3.1).</summary>
internal static class UniqueOperationTypes
{
    public static void Check(SdlCheck check)
    {
        var seen = new Dictionary<OperationType, Place>();
        foreach (var definition in check.Definitions)
        {
            foreach (var node in (definition.Node as SchemaNode)?.OperationTypes ?? [])
            {
                var operation = node.Operation;
                if (check.Extended?.DeclaredRootOf(operation) is not null)
                {
                    check.Report($"Type for {operation.Keyword()} already defined in the schema. It cannot be redefined.", definition.PlaceOf(node));
                }
                else if (!seen.TryAdd(operation, definition.PlaceOf(node)))
                {
                    check.Report($"There can be only one {operation.Keyword()} type in schema.", seen[operation], definition.PlaceOf(node));
                }
            }
        }
    }
}
