using ClientLedger.Fields;

namespace ClientLedger.Api.Schemas;

/// <summary>What the types of an entity are called.</summary>
internal static class TypeNames
{
    /// <summary>The interface of all records.</summary>
    public const string Node = "Node";

    public const string PageInfo = "PageInfo";

    /// <summary>The record: <c>OrderLine</c>.</summary>
    public static string Record(string entity) => char.ToUpperInvariant(entity[0]) + entity[1..];

    /// <summary>A page of records.</summary>
    public static string Connection(string entity) => Record(entity) + "Connection";

    /// <summary>A record and its place in a list.</summary>
    public static string Edge(string entity) => Record(entity) + "Edge";

    /// <summary>Which records.</summary>
    public static string Where(string entity) => Record(entity) + "Where";

    /// <summary>Which records by one that they refer to.</summary>
    public static string ReferenceWhere(string entity) => Record(entity) + "ReferenceWhere";

    /// <summary>Which records by those that refer to them.</summary>
    public static string RelationWhere(string entity) => Record(entity) + "RelationWhere";

    /// <summary>Which records by what others, that refer to them, come to.</summary>
    public static string AggregateWhere(string entity) => Record(entity) + "AggregateWhere";

    /// <summary>The fields that can be added up or compared for the smallest and the largest.</summary>
    public static string AggregateField(string entity) => Record(entity) + "AggregateField";

    /// <summary>One key of an order.</summary>
    public static string Sort(string entity) => Record(entity) + "Sort";

    /// <summary>The fields that records can be sorted by.</summary>
    public static string SortField(string entity) => Record(entity) + "SortField";

    /// <summary>The types that exist for who knows of the entity. All others of it go with them.</summary>
    public static IReadOnlyList<string> All(string entity) =>
    [
        Record(entity), Connection(entity), Edge(entity), Where(entity), ReferenceWhere(entity), RelationWhere(entity), AggregateWhere(entity), AggregateField(entity),
        Sort(entity), SortField(entity),
    ];

    /// <summary>A list of records of an entity at the root: <c>customers</c>.</summary>
    public static string List(EntityDescriptor entity) => entity.Plural;
}
