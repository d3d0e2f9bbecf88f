using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>An argument is given once (5.4.2).</summary>
internal static class UniqueArgumentNames
{
    public static void Check(SdlCheck check)
    {
        foreach (var directive in check.Contents.Directives)
        {
            Check(check, directive.Definition, directive.Node.Arguments);
        }

        foreach (var (definition, field) in check.Contents.Fields)
        {
            Check(check, definition, field.Arguments);
        }
    }

    private static void Check(SdlCheck check, Definition definition, NodeList<ArgumentNode> arguments)
    {
        foreach (var named in arguments.GroupBy(argument => argument.Name.Value).Where(named => named.Skip(1).Any()))
        {
            check.Report($"There can be only one argument named \"{named.Key}\".", named.Select(argument => definition.PlaceOf(argument.Name)));
        }
    }
}
