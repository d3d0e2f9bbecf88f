using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation;

/// <summary>What the places within a literal expect.</summary>
internal static class InputPlaces
{
    /// <summary>What a list's items are; null when no list is expected.</summary>
    public static GraphQLType? ItemType(GraphQLType? type) => (type?.Nullable as ListType)?.OfType;

    /// <summary>The field of the input object that is expected, be it as the one item of a list (3.11); null when there is none.</summary>
    public static InputValueDefinition? FieldOf(Schema schema, GraphQLType? type, string name) =>
        type?.Innermost is InputObjectType input ? schema.InputFieldsOf(input).Find(name) : null;
}
