using System.Collections.Immutable;
using System.Globalization;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Overlays;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// A schema (3.3), immutable. It alone says what a type has within it: another schema may lie on it, an overlay, which shares its types and answers differently for some of them.
/// </summary>
public sealed class Schema
{
    private static long made;

    private readonly SchemaContent content;
    private readonly Schema? below;
    private IReadOnlySet<NamedType>? reachable;

    internal Schema(SchemaContent content, Schema? below = null)
    {
        this.content = content;
        this.below = below;
        Fingerprint = content.Fingerprint ?? string.Create(CultureInfo.InvariantCulture, $"#{Interlocked.Increment(ref made)}");
    }

    /// <summary>What tells the schema from all others: documents that were validated for one are valid for all with the same. Without one that the host gave, each schema has its own.</summary>
    public string Fingerprint { get; }

    /// <summary>What the schema is for, as Markdown.</summary>
    public string? Description => content.Description;

    /// <summary>Every type, those of introspection included.</summary>
    public MemberCollection<NamedType> Types => content.Types;

    /// <summary>Every directive.</summary>
    public MemberCollection<DirectiveDefinition> Directives => content.Directives;

    /// <summary>Where queries begin.</summary>
    public ObjectType? QueryType => content.Query as ObjectType;

    /// <summary>Where mutations begin; null when there are none.</summary>
    public ObjectType? MutationType => content.Mutation as ObjectType;

    /// <summary>Where subscriptions begin; null when there are none.</summary>
    public ObjectType? SubscriptionType => content.Subscription as ObjectType;

    /// <summary>The schema that this one lies on; null when it stands by itself.</summary>
    internal Schema? Below => below;

    /// <summary>The definition and extensions of the schema itself, in SDL.</summary>
    internal ImmutableArray<Origin> Origins => content.Origins;

    /// <summary>The directives on the schema itself.</summary>
    internal ImmutableArray<DirectiveNode> AppliedDirectives => content.AppliedDirectives;

    /// <summary>The schema as SDL: what it defines, without what every schema has.</summary>
    public string ToSdl() => SchemaPrinter.Print(this);

    /// <summary>The type, field, argument, enum value or directive at a schema coordinate (3.14), such as <c>Customer.name</c>, or null.</summary>
    public ISchemaElement? ElementAt(string coordinate) => SchemaCoordinate.Parse(coordinate).FindIn(this);

    /// <summary>The type of that name, or null.</summary>
    public NamedType? TypeNamed(string name) => content.Types.Find(name);

    /// <summary>The directive of that name, or null.</summary>
    public DirectiveDefinition? DirectiveNamed(string name) => content.Directives.Find(name);

    /// <summary>The fields of an object type or interface, without those that every type has.</summary>
    public MemberCollection<FieldDefinition> FieldsOf(FieldsType type) => ChangeOf(type)?.Fields ?? below?.FieldsOf(type) ?? type.DeclaredFields;

    /// <summary>The field of that name, those that every schema has included (4.1, 4.2): <c>__typename</c> anywhere, <c>__schema</c> and <c>__type</c> where queries begin.</summary>
    public FieldDefinition? FieldOf(CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            switch (name)
            {
                case "__typename":
                    return Introspection.TypeNameField;
                case "__schema":
                    return type == content.Query ? Introspection.SchemaField : null;
                case "__type":
                    return type == content.Query ? Introspection.TypeField : null;
            }
        }

        return type is FieldsType fieldsType ? FieldsOf(fieldsType).Find(name) : null;
    }

    /// <summary>The fields of an input object.</summary>
    public MemberCollection<InputValueDefinition> InputFieldsOf(InputObjectType type) => ChangeOf(type)?.InputFields ?? below?.InputFieldsOf(type) ?? type.DeclaredFields;

    /// <summary>The values of an enum.</summary>
    public MemberCollection<EnumValueDefinition> ValuesOf(EnumType type) => ChangeOf(type)?.Values ?? below?.ValuesOf(type) ?? type.DeclaredValues;

    /// <summary>Where a scalar is specified, if it says so.</summary>
    public string? SpecifiedByUrlOf(ScalarType type) => ChangeOf(type)?.SpecifiedByUrl ?? below?.SpecifiedByUrlOf(type) ?? type.SpecifiedByUrl;

    /// <summary>The interfaces that an object type or interface implements.</summary>
    public IEnumerable<InterfaceType> InterfacesOf(FieldsType type) => DeclaredInterfacesOf(type).OfType<InterfaceType>();

    /// <summary>GetPossibleTypes (5.5.2.3): the object types that a value of this type can be of.</summary>
    public ImmutableArray<ObjectType> PossibleTypesOf(CompositeType type) =>
        type is ObjectType objectType ? [objectType] : ImplementationsOf(type).Objects;

    /// <summary>Whether an object type or interface implements an interface, or belongs to a union. A type isn't a subtype of itself.</summary>
    public bool IsSubType(CompositeType abstractType, NamedType type) => ImplementationsOf(abstractType).Contains(type);

    /// <summary>The type that an operation begins at, or null.</summary>
    internal ObjectType? RootOf(OperationType operation) => DeclaredRootOf(operation) as ObjectType;

    /// <summary>What the schema's definition says an operation begins at, right or wrong.</summary>
    internal NamedType? DeclaredRootOf(OperationType operation) => operation switch
    {
        OperationType.Query => content.Query,
        OperationType.Mutation => content.Mutation,
        _ => content.Subscription,
    };

    /// <summary>What a type says it implements, right or wrong.</summary>
    internal ImmutableArray<NamedType> DeclaredInterfacesOf(FieldsType type) => ChangeOf(type)?.Interfaces ?? below?.DeclaredInterfacesOf(type) ?? type.DeclaredInterfaces;

    /// <summary>What a union says are its members, right or wrong.</summary>
    internal ImmutableArray<NamedType> DeclaredMembersOf(UnionType type) => ChangeOf(type)?.Members ?? below?.DeclaredMembersOf(type) ?? type.DeclaredMembers;

    /// <summary>Definition and extensions of a type, those of an overlay included.</summary>
    internal ImmutableArray<Origin> OriginsOf(NamedType type) => ChangeOf(type)?.Origins ?? below?.OriginsOf(type) ?? type.Origins;

    /// <summary>The directives on a type, those of an overlay's extensions included.</summary>
    internal ImmutableArray<DirectiveNode> DirectivesOf(NamedType type) => ChangeOf(type)?.Directives ?? below?.DirectivesOf(type) ?? type.Directives;

    /// <summary>What implements an interface, or the members of a union.</summary>
    internal Implementations ImplementationsOf(CompositeType abstractType) =>
        content.Implementations.TryGetValue(abstractType, out var found) ? found : below?.ImplementationsOf(abstractType) ?? Implementations.None;

    /// <summary>The types that a client can come to: overlays that hide something ask for those of the schema that they lie on, again and again.</summary>
    internal IReadOnlySet<NamedType> Reachable => reachable ??= Reachability.In(this);

    /// <summary>Whether a schema below has a type of that name and this one hasn't: nothing may tell of it.</summary>
    internal bool Hides(string typeName) => TypeNamed(typeName) is null && below is not null && (below.TypeNamed(typeName) is not null || below.Hides(typeName));

    /// <summary>Whether a value, or a name, stands for an enum value that a schema below has and this one hasn't.</summary>
    internal bool Hides(EnumType type, object? value) => below is not null && (below.ValuesOf(type).Any(known => (known.Value.Equals(value) || known.Name.Equals(value)) && ValuesOf(type).Find(known.Name) is null) || below.Hides(type, value));

    private TypeChange? ChangeOf(NamedType type) => content.Changes is not null && content.Changes.TryGetValue(type, out var change) ? change : null;
}
