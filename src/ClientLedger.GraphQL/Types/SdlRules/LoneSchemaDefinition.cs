using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>A schema is defined once (3.3), and not in what extends another.</summary>
internal static class LoneSchemaDefinition
{
    public static void Check(SdlCheck check)
    {
        var isFirst = true;
        foreach (var definition in check.Definitions.Where(definition => definition.Node is SchemaNode { IsExtension: false }))
        {
            if (check.Extended is { } extended && (IsDefined(extended) || HasRoots(extended)))
            {
                check.Report("Cannot define a new schema within a schema extension.", definition.Place);
                continue;
            }

            if (!isFirst)
            {
                check.Report("Must provide only one schema definition.", definition.Place);
            }

            isFirst = false;
        }
    }

    private static bool IsDefined(Schema schema) => schema.Origins.Any(origin => origin.Node is SchemaNode { IsExtension: false });

    private static bool HasRoots(Schema schema) => Enum.GetValues<OperationType>().Any(operation => schema.DeclaredRootOf(operation) is not null);
}
