using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>Everything that a schema answers, as lines of text.</summary>
internal static class SchemaFacts
{
    public static IReadOnlyList<string> Of(Schema schema) =>
    [
        schema.ToSdl(),
        $"roots {schema.QueryType} {schema.MutationType} {schema.SubscriptionType}",
        .. schema.Types.SelectMany(type => Of(schema, type)).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Of(Schema schema, NamedType type)
    {
        yield return $"{type.GetType().Name} {type} {schema.TypeNamed(type.Name) == type}";
        switch (type)
        {
            case FieldsType fieldsType:
                yield return $"{type} implements {Names(schema.InterfacesOf(fieldsType))}";
                yield return $"{type} has {schema.FieldsOf(fieldsType).Count} {Names(schema.FieldsOf(fieldsType).Where(field => schema.FieldOf(fieldsType, field.Name) == field))}";
                break;
            case EnumType enumType:
                yield return $"{type} has {schema.ValuesOf(enumType).Count} {Names(schema.ValuesOf(enumType).Where(value => schema.ValuesOf(enumType).Find(value.Name) == value))}";
                break;
            case InputObjectType input:
                yield return $"{type} has {schema.InputFieldsOf(input).Count} {Names(schema.InputFieldsOf(input).Where(field => schema.InputFieldsOf(input).Find(field.Name) == field))}";
                break;
        }

        if (type is CompositeType composite)
        {
            yield return $"{type} may be {Names(schema.PossibleTypesOf(composite).OrderBy(possible => possible.Name, StringComparer.Ordinal))}";
            yield return $"{type} has subtypes {Names(schema.Types.Where(other => schema.IsSubType(composite, other)).OrderBy(other => other.Name, StringComparer.Ordinal))}";
        }
    }

    private static string Names(IEnumerable<ISchemaElement> elements) => string.Join(' ', elements.Select(element => element.Name));
}
