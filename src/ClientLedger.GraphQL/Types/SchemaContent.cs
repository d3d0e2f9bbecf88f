using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>What a schema is made of, or, for an overlay, what is different in it.</summary>
internal sealed record SchemaContent
{
    /// <summary>What the host says tells the schema from all others.</summary>
    public string? Fingerprint { get; init; }

    public string? Description { get; init; }

    public required MemberCollection<NamedType> Types { get; init; }

    public required MemberCollection<DirectiveDefinition> Directives { get; init; }

    public NamedType? Query { get; init; }

    public NamedType? Mutation { get; init; }

    public NamedType? Subscription { get; init; }

    public ImmutableArray<Origin> Origins { get; init; } = [];

    public ImmutableArray<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>What implements each interface and belongs to each union.</summary>
    public required Dictionary<CompositeType, Implementations> Implementations { get; init; }

    /// <summary>Types of the schema below that have something else in this one; null when it stands by itself.</summary>
    public Dictionary<NamedType, TypeChange>? Changes { get; init; }
}

/// <summary>What a type has in an overlay; null where it has what it has below.</summary>
internal sealed record TypeChange
{
    public MemberCollection<FieldDefinition>? Fields { get; init; }

    public MemberCollection<InputValueDefinition>? InputFields { get; init; }

    public MemberCollection<EnumValueDefinition>? Values { get; init; }

    public ImmutableArray<NamedType>? Interfaces { get; init; }

    public ImmutableArray<NamedType>? Members { get; init; }

    public string? SpecifiedByUrl { get; init; }

    public ImmutableArray<Origin>? Origins { get; init; }

    public ImmutableArray<DirectiveNode>? Directives { get; init; }
}

/// <summary>The types that implement an interface, or belong to a union.</summary>
internal sealed class Implementations
{
    private readonly HashSet<NamedType> all;

    public Implementations(IEnumerable<NamedType> types)
    {
        all = [.. types];
        Objects = [.. all.OfType<ObjectType>()];
        Interfaces = [.. all.OfType<InterfaceType>()];
    }

    public static Implementations None { get; } = new([]);

    public ImmutableArray<ObjectType> Objects { get; }

    public ImmutableArray<InterfaceType> Interfaces { get; }

    public IEnumerable<NamedType> All => all;

    public bool Contains(NamedType type) => all.Contains(type);
}
