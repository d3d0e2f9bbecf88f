namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>Finds every type of a schema, in the order of the reference implementation: what a type refers to stands behind it, unless it was named before.</summary>
internal sealed class TypeCollection
{
    private readonly HashSet<NamedType> named;
    private readonly HashSet<NamedType> seen = [];
    private readonly List<NamedType> types = [];
    private readonly Func<NamedType, IEnumerable<NamedType>> referencesOf;

    /// <param name="named">Types in their order; they keep it.</param>
    /// <param name="referencesOf">What a type refers to, in order.</param>
    public TypeCollection(IReadOnlyCollection<NamedType> named, Func<NamedType, IEnumerable<NamedType>> referencesOf)
    {
        this.referencesOf = referencesOf;
        this.named = [.. named];
        foreach (var type in named)
        {
            this.named.Remove(type);
            Add(type);
        }
    }

    public IReadOnlyList<NamedType> Types => types;

    public void Add(NamedType? type)
    {
        if (type is null || named.Contains(type) || !seen.Add(type))
        {
            return;
        }

        types.Add(type);
        foreach (var reference in referencesOf(type))
        {
            Add(reference);
        }
    }

    public void Add(DirectiveDefinition directive)
    {
        foreach (var argument in directive.Arguments)
        {
            Add(argument.Type.Innermost);
        }
    }

    /// <summary>What a type refers to as it was declared.</summary>
    public static IEnumerable<NamedType> DeclaredReferencesOf(NamedType type) => type switch
    {
        FieldsType fieldsType => fieldsType.DeclaredInterfaces.Concat(
            fieldsType.DeclaredFields.SelectMany(field => field.Arguments.Select(argument => argument.Type.Innermost).Prepend(field.Type.Innermost))),
        UnionType union => union.DeclaredMembers,
        InputObjectType input => input.DeclaredFields.Select(field => field.Type.Innermost),
        _ => [],
    };
}
