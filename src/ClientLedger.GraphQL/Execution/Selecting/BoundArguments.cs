using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>The arguments of the fields that an execution selects, by their index: found once for each, however many rows ask it.</summary>
internal sealed class BoundArguments(OperationPlan plan, RequestArguments arguments)
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>The arguments of a field, or the errors that they have.</summary>
    private object?[] bound = [];

    /// <summary>The arguments of a field; a <see cref="GraphQLException"/> when one is wrong.</summary>
    public IReadOnlyDictionary<string, object?> Of(SelectedField field)
    {
        if (field.Field.Arguments.Count == 0)
        {
            return None;
        }

        if (field.Index >= bound.Length)
        {
            Array.Resize(ref bound, Math.Max(plan.FieldCount, field.Index + 1));
        }

        return (bound[field.Index] ??= arguments.Of(field.Field, field.Nodes[0])) as IReadOnlyDictionary<string, object?>
            ?? throw new GraphQLException((IReadOnlyList<GraphQLError>)bound[field.Index]!);
    }

    /// <summary>The first variable within an argument of a field that has no value; null where there is none.</summary>
    public string? FirstWithoutValue(SelectedField field, string argument) => arguments.FirstWithoutValue(field.Nodes[0], argument);
}
