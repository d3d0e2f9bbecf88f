using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>SameResponseShape (5.3.2), for the types of two fields alone.</summary>
internal static class ResponseShape
{
    /// <summary>Whether values of both types may stand under one key: lists with lists, non-null with non-null, the same scalar or enum, or any two types that have fields.</summary>
    public static bool IsSame(GraphQLType one, GraphQLType other) => (one, other) switch
    {
        _ when one == other => true,
        (ListType x, ListType y) => IsSame(x.OfType, y.OfType),
        (NonNullType x, NonNullType y) => IsSame(x.OfType, y.OfType),
        (CompositeType, CompositeType) => true,
        _ => false,
    };
}
