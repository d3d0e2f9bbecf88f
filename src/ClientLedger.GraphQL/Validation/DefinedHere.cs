using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation;

/// <summary>The types and directives that a document defines itself.</summary>
internal sealed record DefinedHere(IReadOnlySet<string> Types, IReadOnlyDictionary<string, DirectiveDefinitionNode> Directives)
{
    private static readonly DefinedHere Nothing = new(new HashSet<string>(), new Dictionary<string, DirectiveDefinitionNode>());

    public static DefinedHere In(DocumentNode document)
    {
        if (document.Definitions.All(definition => definition is ExecutableDefinitionNode))
        {
            return Nothing;
        }

        var types = document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name.Value).ToHashSet(StringComparer.Ordinal);
        var directives = new Dictionary<string, DirectiveDefinitionNode>(StringComparer.Ordinal);
        foreach (var directive in document.Definitions.OfType<DirectiveDefinitionNode>().Where(directive => !directive.IsExtension))
        {
            directives[directive.Name.Value] = directive;
        }

        return new DefinedHere(types, directives);
    }
}
