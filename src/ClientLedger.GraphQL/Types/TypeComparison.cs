namespace ClientLedger.GraphQL.Types;

/// <summary>Compares types as a schema relates them.</summary>
internal static class TypeComparison
{
    /// <summary>IsSubType (3.6) and AreTypesCompatible (5.8.5): whether every value of the one type is one of the other, which may be the same.</summary>
    public static bool IsSubType(Schema schema, GraphQLType type, GraphQLType super) => (type, super) switch
    {
        _ when type == super => true,
        (NonNullType narrow, NonNullType wide) => IsSubType(schema, narrow.OfType, wide.OfType),
        (_, NonNullType) => false,
        (NonNullType narrow, _) => IsSubType(schema, narrow.OfType, super),
        (ListType narrow, ListType wide) => IsSubType(schema, narrow.OfType, wide.OfType),
        (FieldsType narrow, CompositeType wide) => schema.IsSubType(wide, narrow),
        _ => false,
    };

    /// <summary>Whether an object can be of both types (5.5.2.3).</summary>
    public static bool Overlap(Schema schema, CompositeType one, CompositeType other)
    {
        if (one == other)
        {
            return true;
        }

        return (one, other) switch
        {
            (ObjectType, ObjectType) => false,
            (_, ObjectType) => schema.IsSubType(one, other),
            (ObjectType, _) => schema.IsSubType(other, one),
            _ => schema.PossibleTypesOf(one).Any(type => schema.IsSubType(other, type)),
        };
    }
}
