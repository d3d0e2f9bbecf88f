using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>References to types in documents (2.11).</summary>
internal static class TypeReference
{
    /// <summary>The type, or null when the schema hasn't got it.</summary>
    public static GraphQLType? Find(Schema schema, TypeNode node) => node switch
    {
        NamedTypeNode named => schema.TypeNamed(named.Name),
        ListTypeNode list => Find(schema, list.Type)?.List,
        NonNullTypeNode nonNull => Find(schema, nonNull.Type)?.NonNull,
        _ => null,
    };
}
