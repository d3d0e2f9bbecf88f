using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.Overlays;

/// <summary>Makes an overlay: a schema that holds what it adds and hides, and shares all else with the schema below.</summary>
internal static class OverlayAssembler
{
    /// <param name="below">The schema that the overlay lies on.</param>
    /// <param name="definitions">What it adds; the rules for SDL have passed it.</param>
    /// <param name="bindings">What definitions can't say.</param>
    /// <param name="hidden">What it hides of the schema below.</param>
    public static Schema Assemble(Schema below, IReadOnlyList<Definition> definitions, Bindings bindings, IReadOnlyList<SchemaCoordinate> hidden)
    {
        var sdl = new SdlDefinitions(definitions);
        var assembler = new TypeAssembler(sdl, bindings, below.TypeNamed);
        var types = assembler.MakeTypes();
        var draft = new OverlayDraft(below, below.Directives.With([.. sdl.ExtendedDirectives], ChangedDirectives(below, sdl, assembler)));
        AddTo(draft, types, sdl, assembler);
        if (hidden.Count > 0)
        {
            foreach (var coordinate in hidden)
            {
                draft.Hide(coordinate);
            }

            Consequences.Follow(draft);
        }

        var roots = RootTypes.Of(sdl, assembler);
        return new Schema(
            new SchemaContent
            {
                Fingerprint = bindings.Fingerprint,
                Description = (sdl.Schema?.Node as SchemaNode)?.Description?.Value ?? below.Description,
                Types = TypesOf(draft, hidesSomething: hidden.Count > 0),
                Directives = MemberCollection.Of(draft.Directives),
                Query = RootOf(OperationType.Query, roots.Query),
                Mutation = RootOf(OperationType.Mutation, roots.Mutation),
                Subscription = RootOf(OperationType.Subscription, roots.Subscription),
                Origins = below.Origins.AddRange(SdlDefinitions.OriginsOf(sdl.SchemaParts)),
                AppliedDirectives = below.AppliedDirectives.AddRange(SdlDefinitions.DirectivesOf(sdl.SchemaParts)),
                Changes = ChangesIn(draft),
                Implementations = ChangedImplementations(draft),
            },
            below);

        NamedType? RootOf(OperationType operation, NamedType? named) => (named ?? below.DeclaredRootOf(operation)) is { } root && !draft.IsHidden(root) ? root : null;
    }

    /// <summary>What every schema has and uses stands behind what first refers to it: at its place below it would tell that something before it is hidden.</summary>
    private static MemberCollection<NamedType> TypesOf(OverlayDraft draft, bool hidesSomething)
    {
        var types = draft.Below.Types.With([.. draft.Hidden.Select(type => type.Name)], draft.Added);
        if (!hidesSomething)
        {
            return types;
        }

        var collection = new TypeCollection([.. draft.Types.Where(type => !type.IsIntrospection && SpecifiedScalars.All.Find(type.Name) is null)], draft.VisitReferences);
        foreach (var directive in draft.Directives)
        {
            collection.Add(directive);
        }

        collection.Add(Introspection.SchemaType);
        return types.InOrder(collection.Types);
    }

    private static void AddTo(OverlayDraft draft, IReadOnlyList<NamedType> types, SdlDefinitions sdl, TypeAssembler assembler)
    {
        foreach (var type in types)
        {
            draft.Add(type);
        }

        foreach (var name in sdl.ExtendedTypes.Where(name => !sdl.Types.ContainsKey(name)))
        {
            var type = assembler.TypeNamed(name);
            draft.DraftOf(type).Extend(sdl.ExtensionsOfType(name), assembler);
        }

        // A scalar that every schema knows and the one below doesn't use.
        foreach (var type in draft.Added.Concat(draft.Changed.Select(changed => changed.Key)).ToList())
        {
            var references = type switch
            {
                FieldsType fieldsType => draft.FieldsOf(fieldsType).SelectMany(field => field.Arguments.Select(argument => argument.Type).Prepend(field.Type)),
                InputObjectType input => draft.InputFieldsOf(input).Select(field => field.Type),
                _ => [],
            };
            foreach (var reference in references)
            {
                draft.Add(reference.Innermost);
            }
        }

        foreach (var argument in draft.Directives.TakeLast(sdl.Directives.Count).SelectMany(directive => directive.Arguments))
        {
            draft.Add(argument.Type.Innermost);
        }
    }

    private static IEnumerable<DirectiveDefinition> ChangedDirectives(Schema below, SdlDefinitions sdl, TypeAssembler assembler)
    {
        var extended = sdl.ExtendedDirectives.Select(below.DirectiveNamed).OfType<DirectiveDefinition>().Select(assembler.ExtendDirective);
        return extended.Concat(sdl.Directives.Select(assembler.MakeDirective));
    }

    private static Dictionary<NamedType, TypeChange> ChangesIn(OverlayDraft draft)
    {
        // What implements a hidden interface, or unites hidden types, changes with them.
        foreach (var type in draft.Types.Where(type => TypeDraft.ReferencesOf(draft.Below, type).Any(draft.IsHidden)).ToList())
        {
            draft.DraftOf(type);
        }

        return draft.Changed.ToDictionary(changed => changed.Key, changed => changed.Value.ToChange(draft.IsHidden));
    }

    /// <summary>The implementations of interfaces, and members of unions, that aren't what they are below.</summary>
    private static Dictionary<CompositeType, Implementations> ChangedImplementations(OverlayDraft draft)
    {
        var below = draft.Below;
        var gained = new Dictionary<CompositeType, List<NamedType>>();
        foreach (var type in draft.Added)
        {
            Gain(type, draft.ReferencesOf(type));
        }

        foreach (var (type, change) in draft.Changed)
        {
            Gain(type, change.AddedReferences.Where(reference => !draft.IsHidden(reference)));
        }

        foreach (var lost in draft.Hidden.OfType<FieldsType>())
        {
            foreach (var implemented in below.InterfacesOf(lost))
            {
                gained.TryAdd(implemented, []);
            }
        }

        foreach (var union in draft.Changed.Select(changed => changed.Key).OfType<UnionType>())
        {
            gained.TryAdd(union, []);
        }

        return gained.ToDictionary(
            pair => pair.Key,
            pair => new Implementations(below.ImplementationsOf(pair.Key).All.Where(type => !draft.IsHidden(type)).Concat(pair.Value)));

        void Gain(NamedType type, IEnumerable<NamedType> references)
        {
            foreach (var reference in references)
            {
                // A type belongs to what it implements; to a union belongs what it names.
                var (whole, part) = type is UnionType union ? (union, reference) : (reference as CompositeType, type);
                if (whole is InterfaceType or UnionType)
                {
                    (gained.TryGetValue(whole, out var list) ? list : gained[whole] = []).Add(part);
                }
            }
        }
    }
}
