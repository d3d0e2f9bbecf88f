using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>What SDL can't say: how fields are answered, scalars coerced, abstract types told apart, and what stands for enum values.</summary>
internal sealed class Bindings
{
    public static Bindings None { get; } = new();

    public string? Fingerprint { get; set; }

    public Dictionary<(string Type, string Field), FieldBehavior> Fields { get; } = [];

    public Dictionary<string, ScalarCoercion> Scalars { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Func<object, string?>> TypeResolvers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Func<object, bool>> TypeTests { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Type, string Value), object> EnumValues { get; } = [];

    /// <summary>What is said of names that the schema doesn't have, or not as that kind, or shares with the one below: it would be passed over in silence.</summary>
    public IEnumerable<GraphQLError> Misplaced(Schema schema, Schema? below) =>
    [
        .. Misplaced(Fields.Keys, "field", key => $"{key.Type}.{key.Field}", (its, key) => its.TypeNamed(key.Type) is FieldsType type && its.FieldsOf(type).Find(key.Field) is not null, schema, below),
        .. Misplaced(Scalars.Keys, "scalar", name => name, (its, name) => its.TypeNamed(name) is ScalarType, schema, below),
        .. Misplaced(TypeResolvers.Keys, "interface or union", name => name, (its, name) => its.TypeNamed(name) is InterfaceType or UnionType, schema, below),
        .. Misplaced(TypeTests.Keys, "object type", name => name, (its, name) => its.TypeNamed(name) is ObjectType, schema, below),
        .. Misplaced(EnumValues.Keys, "enum value", key => $"{key.Type}.{key.Value}", (its, key) => its.TypeNamed(key.Type) is EnumType type && its.ValuesOf(type).Find(key.Value) is not null, schema, below),
    ];

    private static IEnumerable<GraphQLError> Misplaced<T>(IEnumerable<T> bound, string kind, Func<T, string> coordinate, Func<Schema, T, bool> isIn, Schema schema, Schema? below)
    {
        foreach (var each in bound)
        {
            if (!isIn(schema, each))
            {
                yield return Error(kind, coordinate(each), "but the schema has none");
            }
            else if (below is not null && isIn(below, each))
            {
                yield return Error(kind, coordinate(each), "which belongs to the schema below and is answered as it says there");
            }
        }
    }

    private static GraphQLError Error(string kind, string coordinate, string why) => new($"Code says what the {kind} \"{coordinate}\" does, {why}.", ErrorCodes.InvalidSchema);
}
