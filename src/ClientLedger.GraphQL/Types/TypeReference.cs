using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>References to types in documents (2.11).</summary>
internal static class TypeReference
{
    /// <summary>The type that is meant, or null when the schema doesn't know it.</summary>
    public static GraphQLType? Resolve(Schema schema, TypeNode node) => node switch
    {
        ListTypeNode list => Resolve(schema, list.Type)?.List,
        NonNullTypeNode nonNull => Resolve(schema, nonNull.Type)?.NonNull,
        _ => schema.TypeNamed(((NamedTypeNode)node).Name),
    };
}
