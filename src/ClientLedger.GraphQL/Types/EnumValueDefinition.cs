namespace ClientLedger.GraphQL.Types;

/// <summary>A value of an enum (3.9).</summary>
public sealed class EnumValueDefinition : SchemaMember
{
    internal EnumValueDefinition(EnumType owner, string name, object value, string? description)
        : base(name, description)
    {
        Owner = owner;
        Value = value;
    }

    /// <summary>The enum that it was declared in.</summary>
    public EnumType Owner { get; }

    /// <summary>What resolvers get and give for it; its name unless the host said otherwise.</summary>
    public object Value { get; }

    /// <inheritdoc/>
    public override string Coordinate => $"{Owner.Name}.{Name}";
}
