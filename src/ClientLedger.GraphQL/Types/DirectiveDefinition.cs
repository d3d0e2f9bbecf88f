using System.Collections.Immutable;

namespace ClientLedger.GraphQL.Types;

/// <summary>A directive (3.13).</summary>
public sealed class DirectiveDefinition : SchemaMember
{
    internal DirectiveDefinition(string name, string? description, IEnumerable<ArgumentShape> arguments, ImmutableArray<string> locations, bool isRepeatable)
        : base(name, description)
    {
        Arguments = new MemberCollection<InputValueDefinition>(arguments.Select(argument => argument.Of(this)));
        Locations = locations;
        IsRepeatable = isRepeatable;
    }

    /// <summary>What can be given to it.</summary>
    public MemberCollection<InputValueDefinition> Arguments { get; }

    /// <summary>Where it may stand, by the names of the specification.</summary>
    public ImmutableArray<string> Locations { get; }

    /// <summary>Whether it may stand more than once at a place.</summary>
    public bool IsRepeatable { get; }

    /// <summary>The directive as it is without some of its arguments.</summary>
    internal DirectiveDefinition Without(IReadOnlyCollection<InputValueDefinition> hidden) =>
        new(Name, Description, Arguments.Where(argument => !hidden.Contains(argument)).Select(ArgumentShape.From), Locations, IsRepeatable)
        {
            DeprecationReason = DeprecationReason,
            Directives = Directives,
            Origins = Origins,
        };

    /// <inheritdoc/>
    public override string Coordinate => $"@{Name}";
}
