namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>Finds every type of a schema, in the order of the reference implementation: what a type refers to stands behind it, unless it was named before.</summary>
internal sealed class TypeCollection
{
    private readonly HashSet<NamedType> named;
    private readonly HashSet<NamedType> seen = [];
    private readonly List<NamedType> types = [];
    private readonly Action<NamedType, Action<NamedType>> visitReferences;
    private readonly Action<NamedType> add;

    /// <param name="named">Types in their order; they keep it.</param>
    /// <param name="visitReferences">Visits what a type refers to, in order.</param>
    public TypeCollection(IReadOnlyCollection<NamedType> named, Action<NamedType, Action<NamedType>> visitReferences)
    {
        this.visitReferences = visitReferences;
        add = Add;
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
        visitReferences(type, add);
    }

    public void Add(DirectiveDefinition directive)
    {
        foreach (var argument in directive.Arguments)
        {
            Add(argument.Type.Innermost);
        }
    }

    /// <summary>Visits what a type refers to as it was declared.</summary>
    public static void VisitDeclared(NamedType type, Action<NamedType> visit)
    {
        switch (type)
        {
            case FieldsType fieldsType:
                VisitAll(fieldsType.DeclaredInterfaces, visit);
                foreach (var field in fieldsType.DeclaredFields)
                {
                    visit(field.Type.Innermost);
                    VisitAll(field.Arguments.Select(argument => argument.Type.Innermost), visit);
                }

                break;
            case UnionType union:
                VisitAll(union.DeclaredMembers, visit);
                break;
            case InputObjectType input:
                VisitAll(input.DeclaredFields.Select(field => field.Type.Innermost), visit);
                break;
        }
    }

    private static void VisitAll(IEnumerable<NamedType> types, Action<NamedType> visit)
    {
        foreach (var type in types)
        {
            visit(type);
        }
    }
}
