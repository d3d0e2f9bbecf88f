using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>All Variable Uses Defined (5.8.3): an operation defines what it and the fragments that it reaches use.</summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : Rule
{
    public override void Enter(OperationDefinitionNode operation)
    {
        var usages = context.Fragments.UsagesIn(operation);
        if (usages.Count == 0)
        {
            return;
        }

        var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var usage in usages)
        {
            var name = usage.Node.Name.Value;
            if (!defined.Contains(name))
            {
                context.Report(
                    operation.Name is { } operationName ? $"Variable \"${name}\" is not defined by operation \"{operationName.Value}\"." : $"Variable \"${name}\" is not defined.",
                    usage.Node.Start,
                    operation.Start);
            }
        }
    }
}
