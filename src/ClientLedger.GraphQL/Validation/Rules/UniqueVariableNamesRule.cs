using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Variable Uniqueness (5.8.1): no two variables of an operation have one name.</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : Rule
{
    public override void Enter(OperationDefinitionNode operation)
    {
        foreach (var group in DuplicateNames.In(operation.Variables, variable => variable.Variable.Name))
        {
            context.Report($"There can be only one variable named \"${group[0].Value}\".", DuplicateNames.PlacesOf(group));
        }
    }
}
