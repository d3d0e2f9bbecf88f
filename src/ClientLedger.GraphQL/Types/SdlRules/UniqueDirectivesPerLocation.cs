using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>A directive that isn't repeatable stands once at a place (5.7.3); a definition and its extensions are one place.</summary>
internal static class UniqueDirectivesPerLocation
{
    public static void Check(SdlCheck check)
    {
        var seen = new Dictionary<(object Holder, string Name), Place>();
        foreach (var directive in check.Contents.Directives)
        {
            if (!check.Directives.TryGetValue(directive.Name, out var known) || known.IsRepeatable)
            {
                continue;
            }

            var place = directive.Definition.PlaceOf(directive.Node);
            var key = (HolderOf(directive.Holder), directive.Name);
            if (!seen.TryAdd(key, place))
            {
                check.Report($"The directive \"@{directive.Name}\" can only be used once at this location.", seen[key], place);
            }
        }
    }

    private static object HolderOf(Node node) => node switch
    {
        SchemaNode => "schema",
        TypeDefinitionNode type => type.Name.Value,
        DirectiveDefinitionNode directive => $"@{directive.Name}",
        _ => node,
    };
}
