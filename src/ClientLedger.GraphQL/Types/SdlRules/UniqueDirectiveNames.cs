using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>Directives have names of their own (3.3).</summary>
internal static class UniqueDirectiveNames
{
    public static void Check(SdlCheck check)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var definition in check.Definitions)
        {
            if (definition.Node is not DirectiveDefinitionNode { IsExtension: false } directive)
            {
                continue;
            }

            var name = directive.Name.Value;
            var place = definition.PlaceOf(directive.Name);
            if (check.Extended?.DirectiveNamed(name) is not null)
            {
                check.Report($"Directive \"@{name}\" already exists in the schema. It cannot be redefined.", place);
            }
            else if (!seen.TryAdd(name, place))
            {
                check.Report($"There can be only one directive named \"@{name}\".", seen[name], place);
            }
        }
    }
}
