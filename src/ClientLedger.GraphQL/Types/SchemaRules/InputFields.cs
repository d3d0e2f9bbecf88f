namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>An input object has fields that can be given; of those of a OneOf input object each may be left out (3.10).</summary>
internal static class InputFields
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<InputObjectType>())
        {
            var fields = check.Schema.InputFieldsOf(type);
            if (fields.Count == 0)
            {
                check.Report($"Input Object type {type} must define one or more fields.", Places.OfAll(check.Schema, type));
            }

            foreach (var field in fields)
            {
                check.RequireInput(field, Places.OfType);
                if (type.IsOneOf)
                {
                    CheckOneOf(check, field);
                }
            }
        }
    }

    private static void CheckOneOf(SchemaCheck check, InputValueDefinition field)
    {
        if (field.Type is NonNullType)
        {
            check.Report($"OneOf input field {field} must be nullable.", Places.OfType(field));
        }

        if (field.DefaultValue is not null)
        {
            check.Report($"OneOf input field {field} cannot have a default value.", Places.Of(field));
        }
    }
}
