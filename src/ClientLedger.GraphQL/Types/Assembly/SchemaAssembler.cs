using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>Makes a schema that stands by itself of its definitions, which the rules for SDL have passed.</summary>
internal static class SchemaAssembler
{
    public static Schema Assemble(IEnumerable<Definition> definitions, Bindings bindings)
    {
        var sdl = new SdlDefinitions(definitions);
        var assembler = new TypeAssembler(sdl, bindings, _ => null);
        var made = assembler.MakeTypes();
        var directives = AllDirectives(sdl.Directives.Select(assembler.MakeDirective)).ToList();

        var roots = RootTypes.Of(sdl, assembler);
        if (sdl.Schema is null)
        {
            // 3.3.1: types with the default names are the roots.
            roots = new RootTypes(
                NamedOrDefault("Query") ?? roots.Query, NamedOrDefault("Mutation") ?? roots.Mutation, NamedOrDefault("Subscription") ?? roots.Subscription);
        }

        var collection = new TypeCollection(made, TypeCollection.VisitDeclared);
        collection.Add(roots.Query);
        collection.Add(roots.Mutation);
        collection.Add(roots.Subscription);
        directives.ForEach(collection.Add);
        collection.Add(Introspection.SchemaType);

        return new Schema(new SchemaContent
        {
            Fingerprint = bindings.Fingerprint,
            Description = (sdl.Schema?.Node as SchemaNode)?.Description?.Value,
            Types = MemberCollection.Of(collection.Types),
            Directives = MemberCollection.Of(directives),
            Query = roots.Query,
            Mutation = roots.Mutation,
            Subscription = roots.Subscription,
            Origins = SdlDefinitions.OriginsOf(sdl.SchemaParts),
            AppliedDirectives = SdlDefinitions.DirectivesOf(sdl.SchemaParts),
            Implementations = ImplementationsIn(collection.Types),
        });

        NamedType? NamedOrDefault(string name) => made.FirstOrDefault(type => type.Name == name);
    }

    private static IEnumerable<DirectiveDefinition> AllDirectives(IEnumerable<DirectiveDefinition> defined)
    {
        var own = defined.ToList();
        return own.Concat(Introspection.SpecifiedDirectives.Where(specified => own.TrueForAll(directive => directive.Name != specified.Name)));
    }

    private static Dictionary<CompositeType, Implementations> ImplementationsIn(IReadOnlyList<NamedType> types)
    {
        var lists = new Dictionary<CompositeType, List<NamedType>>();
        foreach (var type in types)
        {
            switch (type)
            {
                case FieldsType fieldsType:
                    foreach (var implemented in fieldsType.DeclaredInterfaces.OfType<InterfaceType>())
                    {
                        ListOf(implemented).Add(fieldsType);
                    }

                    break;
                case UnionType union:
                    ListOf(union).AddRange(union.DeclaredMembers);
                    break;
            }
        }

        return lists.ToDictionary(list => list.Key, list => new Implementations(list.Value));

        List<NamedType> ListOf(CompositeType type)
        {
            if (!lists.TryGetValue(type, out var list))
            {
                lists[type] = list = [];
            }

            return list;
        }
    }
}

/// <summary>Where operations begin, as definitions say it.</summary>
internal sealed record RootTypes(NamedType? Query, NamedType? Mutation, NamedType? Subscription)
{
    public static RootTypes Of(SdlDefinitions sdl, TypeAssembler assembler)
    {
        var types = new NamedType?[3];
        foreach (var operationType in sdl.SchemaParts.SelectMany(part => ((SchemaNode)part.Node).OperationTypes))
        {
            types[(int)operationType.Operation] = assembler.TypeNamed(operationType.Type.Name);
        }

        return new RootTypes(types[(int)OperationType.Query], types[(int)OperationType.Mutation], types[(int)OperationType.Subscription]);
    }
}
