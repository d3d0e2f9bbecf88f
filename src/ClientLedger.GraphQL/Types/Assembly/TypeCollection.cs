namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>Finds every type of a schema, in the order of the reference implementation: what a type refers to stands behind it, unless it was named before.</summary>
internal sealed class TypeCollection
{
    private readonly HashSet<NamedType> named;
    private readonly HashSet<NamedType> seen = [];
    private readonly List<NamedType> types = [];

    /// <param name="named">Types in their order; they keep it.</param>
    public TypeCollection(IReadOnlyCollection<NamedType> named)
    {
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
        foreach (var reference in ReferencesOf(type))
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

    private static IEnumerable<NamedType> ReferencesOf(NamedType type) => type switch
    {
        FieldsType fieldsType => fieldsType.DeclaredInterfaces.Concat(
            fieldsType.DeclaredFields.SelectMany(field => field.Arguments.Select(argument => argument.Type.Innermost).Prepend(field.Type.Innermost))),
        UnionType union => union.DeclaredMembers,
        InputObjectType input => input.DeclaredFields.Select(field => field.Type.Innermost),
        _ => [],
    };
}
