using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>Looks for variables in the arguments of a field: where there are none, each request gives the same arguments.</summary>
internal static class ArgumentVariables
{
    public static bool AreIn(FieldNode field) => field.Arguments.Any(argument => IsIn(argument.Value));

    /// <summary>The first variable within an argument's lists and objects that has no value in this request; null where there is none. One that is the whole argument isn't looked at.</summary>
    public static string? FirstWithoutValue(FieldNode field, string argument, VariableValues variables)
    {
        var value = field.Arguments.LastOrDefault(given => given.Name.Value == argument)?.Value;
        return value is null or VariableNode ? null : FirstWithoutValue(value, variables);
    }

    private static string? FirstWithoutValue(ValueNode value, VariableValues variables) => value switch
    {
        VariableNode variable => variables.TryGet(variable.Name.Value, out _) ? null : variable.Name.Value,
        ListValueNode list => list.Values.Select(each => FirstWithoutValue(each, variables)).FirstOrDefault(name => name is not null),
        ObjectValueNode fields => fields.Fields.Select(field => FirstWithoutValue(field.Value, variables)).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static bool IsIn(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(IsIn),
        ObjectValueNode fields => fields.Fields.Any(field => IsIn(field.Value)),
        _ => false,
    };
}
