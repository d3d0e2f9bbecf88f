using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>Where things stand that an error of a schema speaks of; nowhere when code made them.</summary>
internal static class Places
{
    /// <summary>The definition of an element.</summary>
    public static IEnumerable<Place> Of(ISchemaElement element) => element.Origins.Take(1).Select(origin => origin.Place);

    /// <summary>The definition of a type and its extensions.</summary>
    public static IEnumerable<Place> OfAll(Schema schema, NamedType type) => schema.OriginsOf(type).Select(origin => origin.Place);

    /// <summary>The type of a field or an argument.</summary>
    public static IEnumerable<Place> OfType(SchemaMember member) =>
        from origin in member.Origins
        let type = origin.Node switch
        {
            FieldDefinitionNode field => field.Type,
            InputValueDefinitionNode value => value.Type,
            _ => null,
        }
        where type is not null
        select origin.PlaceOf(type);

    /// <summary>The <c>@deprecated</c> of a field or an argument.</summary>
    public static IEnumerable<Place> OfDeprecation(SchemaMember member) =>
        from origin in member.Origins
        from directive in member.Directives.Where(directive => directive.Name.Value == "deprecated").Take(1)
        select origin.PlaceOf(directive);

    /// <summary>Where a type says that it implements another.</summary>
    public static IEnumerable<Place> OfInterface(Schema schema, FieldsType type, NamedType implemented) =>
        from origin in schema.OriginsOf(type)
        from reference in ((FieldsTypeNode)origin.Node).Interfaces
        where reference.Name == implemented.Name
        select origin.PlaceOf(reference);

    /// <summary>Where a union says that a type belongs to it.</summary>
    public static IEnumerable<Place> OfMember(Schema schema, UnionType union, NamedType member) =>
        from origin in schema.OriginsOf(union)
        from reference in ((UnionTypeNode)origin.Node).Members
        where reference.Name == member.Name
        select origin.PlaceOf(reference);

    /// <summary>Where the schema says what an operation begins at.</summary>
    public static IEnumerable<Place> OfRoot(Schema schema, OperationType operation) => (
        from origin in schema.Origins
        from node in ((SchemaNode)origin.Node).OperationTypes
        where node.Operation == operation
        select origin.PlaceOf(node.Type)).Take(1);
}
