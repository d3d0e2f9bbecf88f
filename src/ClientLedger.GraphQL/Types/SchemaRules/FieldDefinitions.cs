namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>An object type or interface has fields, of output types and with arguments that can be given (3.6, 3.7).</summary>
internal static class FieldDefinitions
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<FieldsType>())
        {
            var fields = check.Schema.FieldsOf(type);
            if (fields.Count == 0)
            {
                check.Report($"Type {type} must define one or more fields.", Places.OfAll(check.Schema, type));
            }

            foreach (var field in fields)
            {
                Check(check, field);
            }
        }
    }

    private static void Check(SchemaCheck check, FieldDefinition field)
    {
        check.RequireFreeName(field);
        if (!field.Type.IsOutput)
        {
            check.Report($"The type of {field} must be Output Type but got: {field.Type}.", Places.OfType(field));
        }

        foreach (var argument in field.Arguments)
        {
            check.RequireInput(argument, Places.OfType);
        }
    }
}
