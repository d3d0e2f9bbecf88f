using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>The arguments of a request's fields: coerced once for each field that a document selects, however many rows ask it.</summary>
internal sealed class BoundArguments(OperationPlan plan, VariableValues variables)
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>By the field's index: the arguments, or the errors that they have.</summary>
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

        return (bound[field.Index] ??= Bind(field)) as IReadOnlyDictionary<string, object?> ?? throw new GraphQLException((IReadOnlyList<GraphQLError>)bound[field.Index]!);
    }

    private object Bind(SelectedField field)
    {
        var first = field.Nodes[0];
        try
        {
            return ArgumentCoercion.Coerce(plan.Schema, plan.Source, field.Field.Arguments, first.Arguments, first, variables);
        }
        catch (GraphQLException refusal)
        {
            return refusal.Errors;
        }
    }
}
