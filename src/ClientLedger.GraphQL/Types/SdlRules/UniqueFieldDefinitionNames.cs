using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>The fields of a type have names of their own (3.6, 3.7, 3.10).</summary>
internal static class UniqueFieldDefinitionNames
{
    public static void Check(SdlCheck check)
    {
        var seen = new Dictionary<(string, string), Place>();
        foreach (var definition in check.Definitions)
        {
            if (definition.Node is not TypeDefinitionNode type)
            {
                continue;
            }

            foreach (var field in FieldNamesOf(type))
            {
                var key = (type.Name.Value, field.Value);
                var coordinate = $"\"{type.Name}.{field}\"";
                var place = definition.PlaceOf(field);
                if (check.Extended is { } extended && HasField(extended, type.Name.Value, field.Value))
                {
                    check.Report($"Field {coordinate} already exists in the schema. It cannot also be defined in this type extension.", place);
                }
                else if (!seen.TryAdd(key, place))
                {
                    check.Report($"Field {coordinate} can only be defined once.", seen[key], place);
                }
            }
        }
    }

    private static IEnumerable<Name> FieldNamesOf(TypeDefinitionNode type) => type switch
    {
        FieldsTypeNode fieldsType => fieldsType.Fields.Select(field => field.Name),
        InputObjectTypeNode input => input.Fields.Select(field => field.Name),
        _ => [],
    };

    private static bool HasField(Schema schema, string type, string field) => schema.TypeNamed(type) switch
    {
        FieldsType fieldsType => schema.FieldsOf(fieldsType).Find(field) is not null,
        InputObjectType input => schema.InputFieldsOf(input).Find(field) is not null,
        _ => false,
    };
}
