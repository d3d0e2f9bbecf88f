using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>Makes types of their definitions: first every type by its name, then what each has within it.</summary>
/// <param name="sdl">The definitions.</param>
/// <param name="bindings">What SDL can't say.</param>
/// <param name="known">Types that are there already, found by name.</param>
internal sealed class TypeAssembler(SdlDefinitions sdl, Bindings bindings, Func<string, NamedType?> known)
{
    private readonly Dictionary<string, NamedType> made = new(StringComparer.Ordinal);

    /// <summary>The types that the definitions define, complete, in their order.</summary>
    public IReadOnlyList<NamedType> MakeTypes()
    {
        foreach (var (name, definition) in sdl.Types)
        {
            made.Add(name, BuiltIn(name) ?? Make(definition));
        }

        foreach (var (name, definition) in sdl.Types)
        {
            if (BuiltIn(name) is null)
            {
                Complete(made[name], [definition, .. sdl.ExtensionsOfType(name)]);
            }
        }

        return [.. made.Values];
    }

    /// <summary>The type of that name; an unknown one is a mistake of who skipped validation.</summary>
    public NamedType TypeNamed(string name) =>
        BuiltIn(name) ?? made.GetValueOrDefault(name) ?? known(name) ?? throw new InvalidOperationException($"Unknown type: \"{name}\".");

    public GraphQLType TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => TypeOf(list.Type).List,
        NonNullTypeNode nonNull => TypeOf(nonNull.Type).NonNull,
        _ => TypeNamed(((NamedTypeNode)node).Name),
    };

    public IEnumerable<FieldDefinition> FieldsOf(FieldsType owner, IEnumerable<Definition> definitions) =>
        from definition in definitions
        from field in ((FieldsTypeNode)definition.Node).Fields
        select new FieldDefinition(owner, field.Name.Value, TypeOf(field.Type), field.Description?.Value, ArgumentsOf(definition.Source, field.Arguments))
        {
            DeprecationReason = AppliedDirective.DeprecationReason(definition.Source, field.Directives),
            Directives = [.. field.Directives],
            Origins = OriginOf(definition.Source, field),
            Behavior = bindings.Fields.GetValueOrDefault((owner.Name, field.Name.Value)) ?? FieldBehavior.Default,
        };

    public IEnumerable<InputValueDefinition> InputFieldsOf(InputObjectType owner, IEnumerable<Definition> definitions) =>
        from definition in definitions
        from field in ArgumentsOf(definition.Source, ((InputObjectTypeNode)definition.Node).Fields)
        select field.Of(owner);

    public IEnumerable<EnumValueDefinition> ValuesOf(EnumType owner, IEnumerable<Definition> definitions) =>
        from definition in definitions
        from value in ((EnumTypeNode)definition.Node).Values
        let name = value.Name.Value
        select new EnumValueDefinition(owner, name, bindings.EnumValues.GetValueOrDefault((owner.Name, name), name), value.Description?.Value)
        {
            DeprecationReason = AppliedDirective.DeprecationReason(definition.Source, value.Directives),
            Directives = [.. value.Directives],
            Origins = OriginOf(definition.Source, value),
        };

    public IEnumerable<NamedType> InterfacesOf(IEnumerable<Definition> definitions) =>
        definitions.SelectMany(definition => ((FieldsTypeNode)definition.Node).Interfaces).Select(type => TypeNamed(type.Name));

    public IEnumerable<NamedType> MembersOf(IEnumerable<Definition> definitions) =>
        definitions.SelectMany(definition => ((UnionTypeNode)definition.Node).Members).Select(type => TypeNamed(type.Name));

    /// <summary>The last word of the definitions on where a scalar is specified.</summary>
    public static string? SpecifiedByUrlOf(IEnumerable<Definition> definitions) => definitions
        .Select(definition => AppliedDirective.SpecifiedByUrl(definition.Source, ((TypeSystemNode)definition.Node).Directives))
        .LastOrDefault(url => url is not null);

    public DirectiveDefinition MakeDirective(Definition definition)
    {
        var node = (DirectiveDefinitionNode)definition.Node;
        Definition[] all = [definition, .. sdl.ExtensionsOfDirective(node.Name.Value)];
        return new DirectiveDefinition(
            node.Name.Value, node.Description?.Value, ArgumentsOf(definition.Source, node.Arguments), [.. node.Locations.Select(location => location.Value)], node.IsRepeatable)
        {
            DeprecationReason = DeprecationReasonOf(all),
            Directives = SdlDefinitions.DirectivesOf(all),
            Origins = SdlDefinitions.OriginsOf(all),
        };
    }

    public DirectiveDefinition ExtendDirective(DirectiveDefinition directive)
    {
        var extensions = sdl.ExtensionsOfDirective(directive.Name);
        return new DirectiveDefinition(
            directive.Name, directive.Description, directive.Arguments.Select(ArgumentShape.From), directive.Locations, directive.IsRepeatable)
        {
            DeprecationReason = directive.DeprecationReason ?? DeprecationReasonOf(extensions),
            Directives = [.. directive.Directives, .. SdlDefinitions.DirectivesOf(extensions)],
            Origins = [.. directive.Origins, .. SdlDefinitions.OriginsOf(extensions)],
        };
    }

    private static NamedType? BuiltIn(string name) => (NamedType?)SpecifiedScalars.All.Find(name) ?? Introspection.Known(name);

    private static string? DeprecationReasonOf(IEnumerable<Definition> definitions) => definitions
        .Select(definition => AppliedDirective.DeprecationReason(definition.Source, ((TypeSystemNode)definition.Node).Directives))
        .FirstOrDefault(reason => reason is not null);

    private IEnumerable<ArgumentShape> ArgumentsOf(Source? source, NodeList<InputValueDefinitionNode> arguments) =>
        from argument in arguments
        select new ArgumentShape(
            argument.Name.Value, TypeOf(argument.Type), argument.Description?.Value, argument.DefaultValue,
            AppliedDirective.DeprecationReason(source, argument.Directives), [.. argument.Directives], OriginOf(source, argument));

    private static ImmutableArray<Origin> OriginOf(Source? source, Node node) => source is null ? [] : [new Origin(source, node)];

    private NamedType Make(Definition definition)
    {
        var node = (TypeDefinitionNode)definition.Node;
        var name = node.Name.Value;
        var description = node.Description?.Value;
        Definition[] all = [definition, .. sdl.ExtensionsOfType(name)];
        var directives = SdlDefinitions.DirectivesOf(all);
        var origins = SdlDefinitions.OriginsOf(all);
        return node switch
        {
            ScalarTypeNode => new ScalarType(name, description)
            {
                SpecifiedByUrl = SpecifiedByUrlOf(all),
                Coercion = bindings.Scalars.GetValueOrDefault(name) ?? ScalarCoercion.Any,
                Directives = directives,
                Origins = origins,
            },
            ObjectTypeNode => new ObjectType(name, description) { IsTypeOf = bindings.TypeTests.GetValueOrDefault(name), Directives = directives, Origins = origins },
            InterfaceTypeNode => new InterfaceType(name, description) { ResolveType = bindings.TypeResolvers.GetValueOrDefault(name), Directives = directives, Origins = origins },
            UnionTypeNode => new UnionType(name, description) { ResolveType = bindings.TypeResolvers.GetValueOrDefault(name), Directives = directives, Origins = origins },
            EnumTypeNode => new EnumType(name, description) { Directives = directives, Origins = origins },
            _ => new InputObjectType(name, description) { IsOneOf = AppliedDirective.IsOneOf(node.Directives), Directives = directives, Origins = origins },
        };
    }

    private void Complete(NamedType type, Definition[] definitions)
    {
        switch (type)
        {
            case FieldsType fieldsType:
                fieldsType.Complete(MemberCollection.Of(FieldsOf(fieldsType, definitions)), [.. InterfacesOf(definitions)]);
                break;
            case UnionType union:
                union.Complete([.. MembersOf(definitions)]);
                break;
            case EnumType enumType:
                enumType.Complete(MemberCollection.Of(ValuesOf(enumType, definitions)));
                break;
            case InputObjectType input:
                input.Complete(MemberCollection.Of(InputFieldsOf(input, definitions)));
                break;
        }
    }
}
