using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>What the rules for SDL look at, and where they report.</summary>
internal sealed class SdlCheck
{
    private readonly List<GraphQLError> errors = [];
    private Dictionary<string, KnownDirective>? directives;

    public SdlCheck(IReadOnlyList<Definition> definitions, Schema? extended)
    {
        Definitions = definitions;
        Extended = extended;
        Contents = SdlContents.Of(definitions);
    }

    /// <summary>The definitions, in their order.</summary>
    public IReadOnlyList<Definition> Definitions { get; }

    /// <summary>The schema that they extend; null when they are a schema of their own.</summary>
    public Schema? Extended { get; }

    /// <summary>What stands anywhere within the definitions.</summary>
    public SdlContents Contents { get; }

    /// <summary>What was reported.</summary>
    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>The directives that may be used, by name: those of the definitions before others of their name.</summary>
    public IReadOnlyDictionary<string, KnownDirective> Directives => directives ??= FindDirectives();

    /// <summary>The definitions of types, without extensions.</summary>
    public IEnumerable<(Definition Definition, TypeDefinitionNode Node)> TypeDefinitions => TypeNodes(isExtension: false);

    /// <summary>The extensions of types.</summary>
    public IEnumerable<(Definition Definition, TypeDefinitionNode Node)> TypeExtensions => TypeNodes(isExtension: true);

    public void Report(string message, params IEnumerable<Place> places) =>
        errors.Add(new GraphQLError(message, ErrorCodes.InvalidSchema) { Locations = Place.LocationsOf(places) });

    private IEnumerable<(Definition Definition, TypeDefinitionNode Node)> TypeNodes(bool isExtension) =>
        from definition in Definitions
        let node = definition.Node as TypeDefinitionNode
        where node is not null && node.IsExtension == isExtension
        select (definition, node);

    private Dictionary<string, KnownDirective> FindDirectives()
    {
        var known = (Extended?.Directives ?? Introspection.SpecifiedDirectives).ToDictionary(directive => directive.Name, KnownDirective.Of, StringComparer.Ordinal);
        foreach (var definition in Definitions)
        {
            if (definition.Node is DirectiveDefinitionNode { IsExtension: false } directive)
            {
                known[directive.Name.Value] = KnownDirective.Of(directive);
            }
        }

        return known;
    }
}

/// <summary>What may be done with a directive.</summary>
/// <param name="Locations">Where it may stand.</param>
/// <param name="IsRepeatable">Whether it may stand more than once at a place.</param>
/// <param name="Arguments">The names of its arguments.</param>
/// <param name="Required">Arguments that must be given, and their types.</param>
internal sealed record KnownDirective(
    IReadOnlySet<string> Locations, bool IsRepeatable, IReadOnlySet<string> Arguments, IReadOnlyList<(string Name, string Type)> Required)
{
    public static KnownDirective Of(DirectiveDefinition directive) => new(
        directive.Locations.ToHashSet(StringComparer.Ordinal),
        directive.IsRepeatable,
        directive.Arguments.Select(argument => argument.Name).ToHashSet(StringComparer.Ordinal),
        [.. directive.Arguments.Where(argument => argument.IsRequired).Select(argument => (argument.Name, argument.Type.ToString()))]);

    public static KnownDirective Of(DirectiveDefinitionNode directive) => new(
        directive.Locations.Select(location => location.Value).ToHashSet(StringComparer.Ordinal),
        directive.IsRepeatable,
        directive.Arguments.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal),
        [.. directive.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }).Select(argument => (argument.Name.Value, argument.Type.ToString()))]);
}
