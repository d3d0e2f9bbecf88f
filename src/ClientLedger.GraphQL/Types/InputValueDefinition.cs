using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>An argument of a field or directive, or a field of an input object (3.6.1, 3.10).</summary>
public sealed class InputValueDefinition : SchemaMember
{
    internal InputValueDefinition(ISchemaElement owner, string name, GraphQLType type, string? description)
        : base(name, description)
    {
        Owner = owner;
        Type = type;
    }

    /// <summary>The field, directive or input object that it belongs to.</summary>
    public ISchemaElement Owner { get; }

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; }

    /// <summary>Whether it must be given: it takes no null and has no default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <inheritdoc/>
    public override string Coordinate => Owner is InputObjectType ? $"{Owner.Name}.{Name}" : $"{Owner.Coordinate}({Name}:)";

    internal ValueNode? DefaultValue { get; init; }
}

/// <summary>An argument before its field or directive is there.</summary>
internal sealed record ArgumentShape(
    string Name, GraphQLType Type, string? Description, ValueNode? DefaultValue, string? DeprecationReason, ImmutableArray<DirectiveNode> Directives, ImmutableArray<Origin> Origins)
{
    public static ArgumentShape From(InputValueDefinition argument) => new(
        argument.Name, argument.Type, argument.Description, argument.DefaultValue, argument.DeprecationReason, argument.Directives, argument.Origins);

    public InputValueDefinition Of(ISchemaElement owner) => new(owner, Name, Type, Description)
    {
        DefaultValue = DefaultValue,
        DeprecationReason = DeprecationReason,
        Directives = Directives,
        Origins = Origins,
    };
}
