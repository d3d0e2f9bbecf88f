namespace ClientLedger.GraphQL.Types.SchemaRules;

/// <summary>Directives have free names, locations, and arguments that can be given (3.13).</summary>
internal static class DirectiveDefinitions
{
    public static void Check(SchemaCheck check)
    {
        foreach (var directive in check.Schema.Directives)
        {
            check.RequireFreeName(directive);
            if (directive.Locations.IsEmpty)
            {
                check.Report($"Directive {directive} must include 1 or more locations.", Places.Of(directive));
            }

            foreach (var argument in directive.Arguments)
            {
                check.RequireInput(argument, Places.Of);
            }
        }
    }
}
