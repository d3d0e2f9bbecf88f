namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>A directive is given what it requires (5.4.3).</summary>
internal static class ProvidedRequiredArguments
{
    public static void Check(SdlCheck check)
    {
        foreach (var directive in check.Contents.Directives)
        {
            if (!check.Directives.TryGetValue(directive.Name, out var known))
            {
                continue;
            }

            foreach (var (name, type) in known.Required)
            {
                if (directive.Node.Arguments.All(argument => argument.Name.Value != name))
                {
                    check.Report($"Argument \"@{directive.Name}({name}:)\" of type \"{type}\" is required, but it was not provided.", directive.Definition.PlaceOf(directive.Node));
                }
            }
        }
    }
}
