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

    /// <summary>What is said of names that the schema doesn't have, or not as that kind: it would be passed over in silence.</summary>
    public IEnumerable<GraphQLError> Misplaced(Schema schema) =>
        Fields.Keys.Where(key => schema.TypeNamed(key.Type) is not FieldsType type || schema.FieldsOf(type).Find(key.Field) is null).Select(key => Missing("field", $"{key.Type}.{key.Field}"))
            .Concat(Scalars.Keys.Where(name => schema.TypeNamed(name) is not ScalarType).Select(name => Missing("scalar", name)))
            .Concat(TypeResolvers.Keys.Where(name => schema.TypeNamed(name) is not (InterfaceType or UnionType)).Select(name => Missing("interface or union", name)))
            .Concat(TypeTests.Keys.Where(name => schema.TypeNamed(name) is not ObjectType).Select(name => Missing("object type", name)))
            .Concat(EnumValues.Keys.Where(key => schema.TypeNamed(key.Type) is not EnumType type || schema.ValuesOf(type).Find(key.Value) is null).Select(key => Missing("enum value", $"{key.Type}.{key.Value}")));

    private static GraphQLError Missing(string kind, string coordinate) => new($"Code says what the {kind} \"{coordinate}\" does, but the schema has none.", ErrorCodes.InvalidSchema);
}
