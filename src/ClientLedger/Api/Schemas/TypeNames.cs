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

    /// <summary>The fields that records can be grouped by.</summary>
    public static string GroupField(string entity) => Record(entity) + "GroupField";

    /// <summary>One thing by which records are grouped.</summary>
    public static string GroupBy(string entity) => Record(entity) + "GroupBy";

    /// <summary>What the records of a group come to.</summary>
    public static string Aggregate(string entity) => Record(entity) + "Aggregate";

    /// <summary>What the records within another come to.</summary>
    public static string Totals(string entity) => Record(entity) + "Totals";

    /// <summary>A field that tells what the records of a list come to.</summary>
    public static string AggregateOf(string list) => list + "Aggregate";

    /// <summary>One key of an order.</summary>
    public static string Sort(string entity) => Record(entity) + "Sort";

    /// <summary>The fields that records can be sorted by.</summary>
    public static string SortField(string entity) => Record(entity) + "SortField";

    /// <summary>Values of a record.</summary>
    public static string Input(string entity) => Record(entity) + "Input";

    /// <summary>A change of a record.</summary>
    public static string Update(string entity) => Record(entity) + "Update";

    /// <summary>The fields by whose value a record is found.</summary>
    public static string Key(string entity) => Record(entity) + "Key";

    /// <summary>What became of a record.</summary>
    public static string Payload(string entity) => Record(entity) + "Payload";

    /// <summary>Several records: <c>OrderLines</c>.</summary>
    public static string Many(EntityDescriptor entity) => char.ToUpperInvariant(entity.Plural[0]) + entity.Plural[1..];

    /// <summary>What became of several records.</summary>
    public static string ManyPayload(EntityDescriptor entity) => Many(entity) + "Payload";

    /// <summary>The types that exist for who knows of an entity.</summary>
    public static IEnumerable<string> All(LedgerSchema schema, string entity) =>
    [
        Record(entity), Connection(entity), Edge(entity), Where(entity), ReferenceWhere(entity), AggregateField(entity), Sort(entity), SortField(entity),
        .. IsRelated(schema, entity) ? [RelationWhere(entity), AggregateWhere(entity), Totals(entity)] : (string[])[],
        GroupField(entity), GroupBy(entity), Aggregate(entity),
        Input(entity), Update(entity), Payload(entity), ManyPayload(schema[entity]),
    ];

    /// <summary>Its records are listed within others.</summary>
    public static bool IsRelated(LedgerSchema schema, string entity) => schema.Entities.Any(other => other.Children.Any(relation => relation.Entity == entity));

    /// <summary>A list of records of an entity at the root: <c>customers</c>.</summary>
    public static string List(EntityDescriptor entity) => entity.Plural;
}
