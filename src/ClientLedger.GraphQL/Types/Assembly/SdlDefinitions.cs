using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>A definition and its text; the text is missing when code made the definition.</summary>
internal readonly record struct Definition(Source? Source, DefinitionNode Node)
{
    /// <summary>Where it begins.</summary>
    public Place Place => PlaceOf(Node);

    public static IEnumerable<Definition> In(DocumentNode document) => document.Definitions.Select(node => new Definition(document.Source, node));

    /// <summary>Where something in it begins.</summary>
    public Place PlaceOf(Node part) => new(Source, part.Start);

    /// <summary>Where a name in it begins.</summary>
    public Place PlaceOf(Name name) => new(Source, name.Start);
}

/// <summary>The type system definitions of some documents, sorted by what they are of.</summary>
internal sealed class SdlDefinitions
{
    private readonly Dictionary<string, List<Definition>> typeExtensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Definition>> directiveExtensions = new(StringComparer.Ordinal);

    public SdlDefinitions(IEnumerable<Definition> definitions)
    {
        var types = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            switch (definition.Node)
            {
                case SchemaNode { IsExtension: false }:
                    Schema = definition;
                    break;
                case SchemaNode:
                    SchemaExtensions.Add(definition);
                    break;
                case DirectiveDefinitionNode { IsExtension: false }:
                    Directives.Add(definition);
                    break;
                case DirectiveDefinitionNode directive:
                    Add(directiveExtensions, directive.Name.Value, definition);
                    break;
                case TypeDefinitionNode { IsExtension: false } type:
                    types[type.Name.Value] = definition;
                    break;
                case TypeDefinitionNode type:
                    Add(typeExtensions, type.Name.Value, definition);
                    break;
            }
        }

        Types = types;
    }

    public Definition? Schema { get; }

    public List<Definition> SchemaExtensions { get; } = [];

    /// <summary>The definition of the schema itself, if there is one, and its extensions.</summary>
    public IEnumerable<Definition> SchemaParts => Schema is { } schema ? SchemaExtensions.Prepend(schema) : SchemaExtensions;

    public List<Definition> Directives { get; } = [];

    /// <summary>Of two definitions of one type the last, at the place of the first.</summary>
    public IReadOnlyDictionary<string, Definition> Types { get; }

    public IEnumerable<string> ExtendedTypes => typeExtensions.Keys;

    public IEnumerable<string> ExtendedDirectives => directiveExtensions.Keys;

    public IReadOnlyList<Definition> ExtensionsOfType(string name) => typeExtensions.GetValueOrDefault(name) ?? [];

    public IReadOnlyList<Definition> ExtensionsOfDirective(string name) => directiveExtensions.GetValueOrDefault(name) ?? [];

    /// <summary>Where definitions stand, those of code left out.</summary>
    public static ImmutableArray<Origin> OriginsOf(IEnumerable<Definition> definitions) =>
        [.. definitions.Where(definition => definition.Source is not null).Select(definition => new Origin(definition.Source!, definition.Node))];

    public static ImmutableArray<DirectiveNode> DirectivesOf(IEnumerable<Definition> definitions) =>
        [.. definitions.SelectMany(definition => ((TypeSystemNode)definition.Node).Directives)];

    private static void Add(Dictionary<string, List<Definition>> lists, string name, Definition definition)
    {
        if (!lists.TryGetValue(name, out var list))
        {
            lists[name] = list = [];
        }

        list.Add(definition);
    }
}
