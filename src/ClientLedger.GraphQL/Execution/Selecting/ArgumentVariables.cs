using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>Looks for variables in the arguments of a field: where there are none, each request gives the same arguments.</summary>
internal static class ArgumentVariables
{
    public static bool AreIn(FieldNode field) => field.Arguments.Any(argument => IsIn(argument.Value));

    private static bool IsIn(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(IsIn),
        ObjectValueNode fields => fields.Fields.Any(field => IsIn(field.Value)),
        _ => false,
    };
}
