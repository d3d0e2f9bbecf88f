using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>ResolveAbstractType (6.4.3): of which object type a value of an interface or union is.</summary>
internal static class RuntimeType
{
    private const string TypeName = "__typename";

    public static ObjectType Of(Schema schema, CompositeType abstractType, object value, SelectedField field)
    {
        if (NameOf(schema, abstractType, value) is not { } name)
        {
            throw new GraphQLException(
                $"Abstract type \"{abstractType}\" must resolve to an Object type at runtime for field \"{field}\". Either the \"{abstractType}\" type should provide a \"resolveType\" function or each possible type should provide an \"isTypeOf\" function.");
        }

        return schema.TypeNamed(name) switch
        {
            null when schema.Hides(name) => throw new GraphQLException($"Abstract type \"{abstractType}\" was resolved to a type that does not exist inside the schema."),
            null => throw new GraphQLException($"Abstract type \"{abstractType}\" was resolved to a type \"{name}\" that does not exist inside the schema."),
            ObjectType type when schema.IsSubType(abstractType, type) => type,
            ObjectType type => throw new GraphQLException($"Runtime Object type \"{type}\" is not a possible type for \"{abstractType}\"."),
            _ => throw new GraphQLException($"Abstract type \"{abstractType}\" was resolved to a non-object type \"{name}\"."),
        };
    }

    private static string? NameOf(Schema schema, CompositeType abstractType, object value)
    {
        var resolve = abstractType switch
        {
            InterfaceType type => type.ResolveType,
            UnionType type => type.ResolveType,
            _ => null,
        };
        return resolve is not null
            ? resolve(value)
            : NameIn(value) ?? Array.Find([.. schema.PossibleTypesOf(abstractType)], type => type.IsTypeOf?.Invoke(value) == true)?.Name;
    }

    /// <summary>What JSON and dictionaries say of themselves.</summary>
    private static string? NameIn(object value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Object } json when json.TryGetProperty(TypeName, out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        IReadOnlyDictionary<string, object?> fields => fields.GetValueOrDefault(TypeName) as string,
        _ => null,
    };
}
