using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Assembly;

namespace ClientLedger.GraphQL.Types.SdlRules;

/// <summary>The arguments of a field or directive have names of their own (3.6.1, 3.13).</summary>
internal static class UniqueArgumentDefinitionNames
{
    public static void Check(SdlCheck check)
    {
        foreach (var definition in check.Definitions)
        {
            switch (definition.Node)
            {
                case DirectiveDefinitionNode { IsExtension: false } directive:
                    Check(check, definition, $"@{directive.Name}", directive.Arguments);
                    break;
                case FieldsTypeNode type:
                    foreach (var field in type.Fields)
                    {
                        Check(check, definition, $"{type.Name}.{field.Name}", field.Arguments);
                    }

                    break;
            }
        }
    }

    private static void Check(SdlCheck check, Definition definition, string owner, NodeList<InputValueDefinitionNode> arguments)
    {
        foreach (var named in arguments.GroupBy(argument => argument.Name.Value).Where(named => named.Skip(1).Any()))
        {
            check.Report($"Argument \"{owner}({named.Key}:)\" can only be defined once.", named.Select(argument => definition.PlaceOf(argument.Name)));
        }
    }
}
