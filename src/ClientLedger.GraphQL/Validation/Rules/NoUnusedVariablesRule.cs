using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>All Variables Used (5.8.4): an operation, or a fragment that it reaches, uses what it defines.</summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : Rule
{
    public override void Enter(OperationDefinitionNode operation)
    {
        if (operation.Variables.IsEmpty)
        {
            return;
        }

        var used = context.Fragments.UsagesIn(operation).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            var name = variable.Variable.Name.Value;
            if (!used.Contains(name))
            {
                context.Report(
                    operation.Name is { } operationName ? $"Variable \"${name}\" is never used in operation \"{operationName.Value}\"." : $"Variable \"${name}\" is never used.",
                    variable.Start);
            }
        }
    }
}
