using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Validation.Facts;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>All Variable Usages Are Allowed (5.8.5): a variable's type fits wherever it is used.</summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : Rule
{
    public override void Leave(OperationDefinitionNode operation)
    {
        if (operation.Variables.IsEmpty)
        {
            return;
        }

        var variables = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables)
        {
            variables[variable.Variable.Name.Value] = variable;
        }

        foreach (var usage in context.Fragments.UsagesIn(operation))
        {
            if (usage.Type is { } expected
                && variables.TryGetValue(usage.Node.Name.Value, out var variable)
                && TypeReference.Resolve(context.Schema, variable.Type) is { } type)
            {
                Check(usage, expected, variable, type);
            }
        }
    }

    private void Check(VariableUsage usage, GraphQLType expected, VariableDefinitionNode variable, GraphQLType type)
    {
        var name = usage.Node.Name.Value;
        if (!IsAllowed(usage, expected, variable, type))
        {
            context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", variable.Start, usage.Node.Start);
        }

        if (usage.ParentType is InputObjectType { IsOneOf: true } parent && type is not NonNullType)
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".", variable.Start, usage.Node.Start);
        }
    }

    /// <summary>IsVariableUsageAllowed: a default, the variable's or the place's, stands in for null.</summary>
    private bool IsAllowed(VariableUsage usage, GraphQLType expected, VariableDefinitionNode variable, GraphQLType type)
    {
        if (expected is not NonNullType || type is NonNullType)
        {
            return TypeComparison.IsSubType(context.Schema, type, expected);
        }

        var hasDefault = usage.HasDefault || variable.DefaultValue is not (null or NullValueNode);
        return hasDefault && TypeComparison.IsSubType(context.Schema, type, expected.Nullable);
    }
}
