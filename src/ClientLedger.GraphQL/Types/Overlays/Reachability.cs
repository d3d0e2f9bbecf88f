using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Overlays;

/// <summary>The types that a client can come to, from the root types and the directives on.</summary>
internal static class Reachability
{
    /// <summary>Those that can be reached in a schema.</summary>
    public static IReadOnlySet<NamedType> In(Schema schema) => Of(new OverlayDraft(schema, schema.Directives));

    /// <summary>Those that can still be reached.</summary>
    public static IReadOnlySet<NamedType> Of(OverlayDraft draft)
    {
        var implementations = ImplementationsIn(draft);
        var reached = new HashSet<NamedType>();
        var open = new Stack<NamedType>();
        Action<NamedType> reach = Reach;
        foreach (var root in Enum.GetValues<OperationType>().Select(draft.Below.DeclaredRootOf).OfType<NamedType>().Append(Introspection.SchemaType))
        {
            Reach(root);
        }

        VisitDirectives(draft, reach);
        while (open.TryPop(out var type))
        {
            draft.VisitReferences(type, reach);
            if (implementations.TryGetValue(type, out var list))
            {
                list.ForEach(reach);
            }
        }

        return reached;

        void Reach(NamedType type)
        {
            if (!draft.IsHidden(type) && reached.Add(type))
            {
                open.Push(type);
            }
        }
    }

    /// <summary>The types of all fields, arguments and input fields that are left, and the interfaces and members of types.</summary>
    public static IReadOnlySet<NamedType> Used(OverlayDraft draft)
    {
        var used = new HashSet<NamedType>();
        Action<NamedType> use = type => used.Add(type);
        foreach (var type in draft.Types)
        {
            draft.VisitReferences(type, use);
        }

        VisitDirectives(draft, use);
        return used;
    }

    private static void VisitDirectives(OverlayDraft draft, Action<NamedType> visit)
    {
        foreach (var directive in draft.Directives)
        {
            foreach (var argument in directive.Arguments)
            {
                visit(argument.Type.Innermost);
            }
        }
    }

    private static Dictionary<NamedType, List<NamedType>> ImplementationsIn(OverlayDraft draft)
    {
        var implementations = new Dictionary<NamedType, List<NamedType>>();
        foreach (var type in draft.Types.OfType<FieldsType>())
        {
            foreach (var implemented in draft.ReferencesOf(type))
            {
                (implementations.TryGetValue(implemented, out var list) ? list : implementations[implemented] = []).Add(type);
            }
        }

        return implementations;
    }
}
