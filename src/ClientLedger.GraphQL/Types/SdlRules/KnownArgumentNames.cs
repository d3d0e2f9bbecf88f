using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>What a directive is given are arguments of it (5.4.1).</summary>
internal static class KnownArgumentNames
{
    public static void Check(SdlCheck check)
    {
        foreach (var directive in check.Contents.Directives)
        {
            if (!check.Directives.TryGetValue(directive.Name, out var known))
            {
                continue;
            }

            foreach (var argument in directive.Node.Arguments.Where(argument => !known.Arguments.Contains(argument.Name.Value)))
            {
                var suggestion = Suggestions.DidYouMean(null, Suggestions.Near(argument.Name.Value, known.Arguments));
                check.Report($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{suggestion}", directive.Definition.PlaceOf(argument));
            }
        }
    }
}
