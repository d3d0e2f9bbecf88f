namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>A directive that is used is defined, and for that location (5.7.1, 5.7.2).</summary>
internal static class KnownDirectives
{
    public static void Check(SdlCheck check)
    {
        foreach (var directive in check.Contents.Directives)
        {
            var place = directive.Definition.PlaceOf(directive.Node);
            if (!check.Directives.TryGetValue(directive.Name, out var known))
            {
                check.Report($"Unknown directive \"@{directive.Name}\".", place);
            }
            else if (!known.Locations.Contains(directive.Location))
            {
                check.Report($"Directive \"@{directive.Name}\" may not be used on {directive.Location}.", place);
            }
        }
    }
}
