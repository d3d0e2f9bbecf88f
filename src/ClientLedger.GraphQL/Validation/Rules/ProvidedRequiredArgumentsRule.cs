using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Required Arguments (5.4.2.1): an argument that takes no null and has no default is given.</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : Rule
{
    public override void Leave(FieldNode field)
    {
        if (context.Field is not { Arguments: { Count: > 0 } arguments })
        {
            return;
        }

        foreach (var argument in arguments)
        {
            if (argument.IsRequired && !IsGiven(field.Arguments, argument.Name))
            {
                context.Report($"Argument \"{argument}\" of type \"{argument.Type}\" is required, but it was not provided.", field.Start);
            }
        }
    }

    public override void Leave(DirectiveNode directive)
    {
        var name = directive.Name.Value;
        var required = context.DefinedHere.Directives.TryGetValue(name, out var definedHere)
            ? definedHere.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }).Select(argument => (argument.Name.Value, Type: argument.Type.ToString()))
            : context.Directive?.Arguments.Where(argument => argument.IsRequired).Select(argument => (argument.Name, Type: argument.Type.ToString()));
        foreach (var (argument, type) in required ?? [])
        {
            if (!IsGiven(directive.Arguments, argument))
            {
                context.Report($"Argument \"@{name}({argument}:)\" of type \"{type}\" is required, but it was not provided.", directive.Start);
            }
        }
    }

    private static bool IsGiven(NodeList<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
            {
                return true;
            }
        }

        return false;
    }
}
