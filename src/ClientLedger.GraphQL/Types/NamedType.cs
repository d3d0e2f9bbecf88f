using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// A type with a name. It holds what belongs to the type alone; what it has within it depends on the schema, which may be an overlay: ask <see cref="Schema"/> for fields, values and possible types.
/// </summary>
public abstract class NamedType : GraphQLType, ISchemaElement
{
    private protected NamedType(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description { get; }

    /// <inheritdoc/>
    public string Coordinate => Name;

    /// <summary>Whether it belongs to the introspection system (4.2).</summary>
    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal) && Introspection.Types.Contains(this);

    internal ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    internal ImmutableArray<Origin> Origins { get; init; } = [];

    ImmutableArray<DirectiveNode> ISchemaElement.Directives => Directives;

    ImmutableArray<Origin> ISchemaElement.Origins => Origins;

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}

/// <summary>An object type, an interface or a union: what selections are made of (2.4).</summary>
public abstract class CompositeType : NamedType
{
    private protected CompositeType(string name, string? description)
        : base(name, description)
    {
    }
}

/// <summary>An object type or an interface: what has fields.</summary>
public abstract class FieldsType : CompositeType
{
    private protected FieldsType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The fields of its definition. Only the schema reads them: an overlay has others.</summary>
    internal MemberCollection<FieldDefinition> DeclaredFields { get; private set; } = MemberCollection<FieldDefinition>.Empty;

    /// <summary>What its definition says it implements, right or wrong. Only the schema reads it.</summary>
    internal ImmutableArray<NamedType> DeclaredInterfaces { get; private set; } = [];

    /// <summary>Types refer to each other, so each gets its content after all are there, once.</summary>
    internal void Complete(MemberCollection<FieldDefinition> fields, ImmutableArray<NamedType> interfaces)
    {
        DeclaredFields = fields;
        DeclaredInterfaces = interfaces;
    }
}

/// <summary>Object (3.6).</summary>
public sealed class ObjectType : FieldsType
{
    internal ObjectType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>Whether a value is of this type; null when the abstract type says so.</summary>
    internal Func<object, bool>? IsTypeOf { get; init; }
}

/// <summary>Interface (3.7).</summary>
public sealed class InterfaceType : FieldsType
{
    internal InterfaceType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The name of the object type that a value is of; null to ask the object types.</summary>
    internal Func<object, string?>? ResolveType { get; init; }
}

/// <summary>Union (3.8).</summary>
public sealed class UnionType : CompositeType
{
    internal UnionType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The name of the object type that a value is of; null to ask the object types.</summary>
    internal Func<object, string?>? ResolveType { get; init; }

    /// <summary>What its definition says are its members, right or wrong. Only the schema reads them.</summary>
    internal ImmutableArray<NamedType> DeclaredMembers { get; private set; } = [];

    internal void Complete(ImmutableArray<NamedType> members) => DeclaredMembers = members;
}

/// <summary>Enum (3.9).</summary>
public sealed class EnumType : NamedType
{
    internal EnumType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The values of its definition. Only the schema reads them.</summary>
    internal MemberCollection<EnumValueDefinition> DeclaredValues { get; private set; } = MemberCollection<EnumValueDefinition>.Empty;

    internal void Complete(MemberCollection<EnumValueDefinition> values) => DeclaredValues = values;
}

/// <summary>Input object (3.10).</summary>
public sealed class InputObjectType : NamedType
{
    internal InputObjectType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>Whether exactly one field must be given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal init; }

    /// <summary>The fields of its definition. Only the schema reads them.</summary>
    internal MemberCollection<InputValueDefinition> DeclaredFields { get; private set; } = MemberCollection<InputValueDefinition>.Empty;

    internal void Complete(MemberCollection<InputValueDefinition> fields) => DeclaredFields = fields;
}
