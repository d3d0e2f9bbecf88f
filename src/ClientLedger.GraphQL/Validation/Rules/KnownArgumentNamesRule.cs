using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Argument Names (5.4.1): fields and directives know the arguments that they are given.</summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : Rule
{
    public override void Enter(ArgumentNode argument)
    {
        if (!context.IsInDirective && context is { Argument: null, Field: { } field })
        {
            Report(argument, $"field \"{field}\"", field.Arguments.Select(known => known.Name));
        }
    }

    public override void Enter(DirectiveNode directive, string location)
    {
        if (directive.Arguments.IsEmpty)
        {
            return;
        }

        var known = context.DefinedHere.Directives.TryGetValue(directive.Name.Value, out var definedHere)
            ? definedHere.Arguments.Select(argument => argument.Name.Value)
            : context.Directive?.Arguments.Select(argument => argument.Name);
        if (known is null)
        {
            return;
        }

        var names = known.ToList();
        foreach (var argument in directive.Arguments)
        {
            if (!names.Contains(argument.Name.Value))
            {
                Report(argument, $"directive \"@{directive.Name.Value}\"", names);
            }
        }
    }

    private void Report(ArgumentNode argument, string owner, IEnumerable<string> known)
    {
        var name = argument.Name.Value;
        var suggestion = context.Suggest ? Suggestions.DidYouMean(null, Suggestions.Near(name, known)) : "";
        context.Report($"Unknown argument \"{name}\" on {owner}.{suggestion}", argument.Start);
    }
}
