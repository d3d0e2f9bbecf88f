using ClientLedger.GraphQL.Types;

namespace ClientLedger.Api.Schemas;

/// <summary>A schema as people read it: what can be asked, its types by kind, and what of it has a word in its name or description.</summary>
internal sealed class SchemaReading(Schema schema)
{
    /// <summary>Hits that are shown at most.</summary>
    public const int MostHits = 100;

    /// <summary>What kinds of types there are, in the order in which they are shown.</summary>
    public enum Kind
    {
        Objects,
        Interfaces,
        Unions,
        Inputs,
        Enums,
        Scalars,
    }

    /// <summary>A place in the schema that a word was found at.</summary>
    /// <param name="Coordinate">As the specification writes it: <c>Customer.name</c>.</param>
    /// <param name="Type">The type that it lies in.</param>
    public sealed record Hit(string Coordinate, NamedType Type, string? Description);

    /// <summary>The types at which requests begin, with the fields of each.</summary>
    public IEnumerable<ObjectType> Roots => new[] { schema.QueryType, schema.MutationType, schema.SubscriptionType }.OfType<ObjectType>();

    /// <summary>All types but those at the root and those of introspection, by kind and name.</summary>
    public ILookup<Kind, NamedType> Types => schema.Types.Where(type => !type.IsIntrospection && !Roots.Contains(type)).OrderBy(type => type.Name, StringComparer.Ordinal).ToLookup(KindOf);

    /// <summary>The type of a name; null when the caller sees none.</summary>
    public NamedType? TypeNamed(string name) => schema.TypeNamed(name);

    /// <summary>The fields of an object or interface.</summary>
    public IEnumerable<FieldDefinition> FieldsOf(NamedType type) => type is FieldsType fields ? schema.FieldsOf(fields) : [];

    /// <summary>The fields of an input.</summary>
    public IEnumerable<InputValueDefinition> InputsOf(NamedType type) => type is InputObjectType input ? schema.InputFieldsOf(input) : [];

    /// <summary>The values of an enum.</summary>
    public IEnumerable<EnumValueDefinition> ValuesOf(NamedType type) => type is EnumType values ? schema.ValuesOf(values) : [];

    /// <summary>The interfaces of an object or interface.</summary>
    public IEnumerable<NamedType> InterfacesOf(NamedType type) => type is FieldsType fields ? schema.InterfacesOf(fields) : [];

    /// <summary>What an interface or a union can be.</summary>
    public IEnumerable<NamedType> PossibleTypesOf(NamedType type) => type is InterfaceType or UnionType ? schema.PossibleTypesOf((CompositeType)type).OrderBy(each => each.Name, StringComparer.Ordinal) : [];

    /// <summary>Everything that has a text in its name, and then in its description; one more than are shown when there are more.</summary>
    public IReadOnlyList<Hit> Find(string text) =>
    [
        .. schema.Types.Where(type => !type.IsIntrospection).SelectMany(PlacesOf)
            .Select(hit => (Hit: hit, Rank: RankOf(hit, text))).Where(hit => hit.Rank >= 0)
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Hit.Coordinate.Length).ThenBy(hit => hit.Hit.Coordinate, StringComparer.Ordinal)
            .Take(MostHits + 1).Select(hit => hit.Hit),
    ];

    private static Kind KindOf(NamedType type) => type switch
    {
        ObjectType => Kind.Objects,
        InterfaceType => Kind.Interfaces,
        UnionType => Kind.Unions,
        InputObjectType => Kind.Inputs,
        EnumType => Kind.Enums,
        _ => Kind.Scalars,
    };

    private IEnumerable<Hit> PlacesOf(NamedType type) =>
        FieldsOf(type).Select(field => new Hit($"{type.Name}.{field.Name}", type, field.Description))
            .Concat(InputsOf(type).Select(input => new Hit($"{type.Name}.{input.Name}", type, input.Description)))
            .Concat(ValuesOf(type).Select(value => new Hit($"{type.Name}.{value.Name}", type, value.Description)))
            .Prepend(new Hit(type.Name, type, type.Description));

    private static int RankOf(Hit hit, string text)
    {
        var own = hit.Coordinate[(hit.Coordinate.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return own.Equals(text, StringComparison.OrdinalIgnoreCase) ? 0
            : own.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 1
            : own.Contains(text, StringComparison.OrdinalIgnoreCase) || hit.Coordinate.Equals(text, StringComparison.OrdinalIgnoreCase) ? 2
            : hit.Description?.Contains(text, StringComparison.OrdinalIgnoreCase) == true ? 3
            : -1;
    }
}
