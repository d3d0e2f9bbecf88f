using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Overlays;

/// <summary>The types that a client can come to, from the root types and the directives on.</summary>
internal static class Reachability
{
    /// <summary>Those that can be reached in the schema below.</summary>
    public static IReadOnlySet<NamedType> Below(OverlayDraft draft)
    {
        var schema = draft.Below;
        return From(draft, schema.Directives, type => type switch
        {
            FieldsType fieldsType => schema.FieldsOf(fieldsType).SelectMany(field => TypesOf(field, field.Arguments))
                .Concat(schema.DeclaredInterfacesOf(fieldsType))
                .Concat(schema.ImplementationsOf(fieldsType).All),
            UnionType union => schema.DeclaredMembersOf(union),
            InputObjectType input => schema.InputFieldsOf(input).Select(field => field.Type.Innermost),
            _ => [],
        });
    }

    /// <summary>Those that can still be reached.</summary>
    public static IReadOnlySet<NamedType> Of(OverlayDraft draft)
    {
        var implementations = draft.Types.OfType<FieldsType>()
            .SelectMany(type => draft.ReferencesOf(type).Select(implemented => (Implemented: implemented, Type: type)))
            .ToLookup(pair => pair.Implemented, NamedType (pair) => pair.Type);
        return From(draft, draft.Directives, type => type switch
        {
            FieldsType fieldsType => draft.FieldsOf(fieldsType).SelectMany(field => TypesOf(field, draft.ArgumentsOf(fieldsType, field)))
                .Concat(draft.ReferencesOf(fieldsType))
                .Concat(implementations[fieldsType]),
            UnionType union => draft.ReferencesOf(union),
            InputObjectType input => draft.InputFieldsOf(input).Select(field => field.Type.Innermost),
            _ => [],
        });
    }

    /// <summary>The types of all fields, arguments and input fields that are left.</summary>
    public static IReadOnlySet<NamedType> Used(OverlayDraft draft) => draft.Types.SelectMany(type => type switch
    {
        FieldsType fieldsType => draft.FieldsOf(fieldsType).SelectMany(field => TypesOf(field, draft.ArgumentsOf(fieldsType, field))),
        InputObjectType input => draft.InputFieldsOf(input).Select(field => field.Type.Innermost),
        _ => [],
    }).Concat(draft.Directives.SelectMany(directive => directive.Arguments).Select(argument => argument.Type.Innermost)).ToHashSet();

    private static HashSet<NamedType> From(OverlayDraft draft, IEnumerable<DirectiveDefinition> directives, Func<NamedType, IEnumerable<NamedType>> next)
    {
        var reached = new HashSet<NamedType>();
        var open = new Stack<NamedType>();
        foreach (var root in RootsOf(draft.Below, directives))
        {
            Reach(root);
        }

        while (open.TryPop(out var type))
        {
            foreach (var reference in next(type))
            {
                Reach(reference);
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

    private static IEnumerable<NamedType> RootsOf(Schema schema, IEnumerable<DirectiveDefinition> directives) =>
        Enum.GetValues<OperationType>().Select(schema.DeclaredRootOf).OfType<NamedType>()
            .Concat(directives.SelectMany(directive => directive.Arguments).Select(argument => argument.Type.Innermost))
            .Append(Introspection.SchemaType);

    private static IEnumerable<NamedType> TypesOf(FieldDefinition field, IEnumerable<InputValueDefinition> arguments) =>
        arguments.Select(argument => argument.Type.Innermost).Prepend(field.Type.Innermost);
}
