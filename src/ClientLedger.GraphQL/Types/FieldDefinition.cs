namespace ClientLedger.GraphQL.Types;

/// <summary>A field of an object type or interface (3.6).</summary>
public sealed class FieldDefinition : SchemaMember
{
    internal FieldDefinition(FieldsType? owner, string name, GraphQLType type, string? description, IEnumerable<ArgumentShape> arguments)
        : base(name, description)
    {
        Owner = owner;
        Type = type;
        Arguments = new MemberCollection<InputValueDefinition>(arguments.Select(argument => argument.Of(this)));
    }

    /// <summary>The type that the field was declared in; null for the fields that every schema has.</summary>
    public FieldsType? Owner { get; }

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; }

    /// <summary>What can be given to it.</summary>
    public MemberCollection<InputValueDefinition> Arguments { get; }

    /// <inheritdoc/>
    public override string Coordinate => $"{Owner?.Name ?? "<meta>"}.{Name}";

    /// <summary>How the field is answered; <see cref="FieldBehavior.Default"/> reads a property of the source.</summary>
    internal FieldBehavior Behavior { get; init; } = FieldBehavior.Default;

    /// <summary>The field without some of its arguments.</summary>
    internal FieldDefinition Without(Predicate<InputValueDefinition> argument) =>
        new(Owner, Name, Type, Description, Arguments.Where(one => !argument(one)).Select(ArgumentShape.From))
        {
            DeprecationReason = DeprecationReason,
            Directives = Directives,
            Origins = Origins,
            Behavior = Behavior,
        };
}
