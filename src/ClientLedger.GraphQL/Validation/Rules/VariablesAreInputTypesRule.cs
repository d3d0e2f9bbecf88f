using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Variables Are Input Types (5.8.2): nobody can send an object, an interface or a union.</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : Rule
{
    public override void Enter(VariableDefinitionNode variable)
    {
        if (context.Schema.TypeNamed(variable.Type.Innermost.Name) is { IsInput: false })
        {
            context.Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{variable.Type}\".", variable.Type.Start);
        }
    }
}
