using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>The arguments of one request, coerced: once where they stand, whether its price or a resolver asks for them.</summary>
internal sealed class RequestArguments(OperationPlan plan, VariableValues variables)
{
    private static readonly Dictionary<string, object?> None = [];

    private readonly Dictionary<(FieldDefinition Field, FieldNode Node), object> own = [];

    public Schema Schema => plan.Schema;

    public Source Source => plan.Source;

    /// <summary>The arguments of a field; none when one is wrong, which execution says at the field.</summary>
    public IReadOnlyDictionary<string, object?> ValuesOf(FieldDefinition field, FieldNode node) => Of(field, node) as IReadOnlyDictionary<string, object?> ?? None;

    /// <summary>The arguments of a field, a dictionary; or the errors that they have, a list.</summary>
    public object Of(FieldDefinition field, FieldNode node)
    {
        if (field.Arguments.Count == 0)
        {
            return None;
        }

        if (plan.FixedArguments.Of(field, node, Coerce) is { } known || own.TryGetValue((field, node), out known))
        {
            return known;
        }

        var made = Coerce(field, node);
        own.Add((field, node), made);
        return made;
    }

    /// <summary>The first variable within an argument of a field that has no value; null where there is none.</summary>
    public string? FirstWithoutValue(FieldNode node, string argument) => ArgumentVariables.FirstWithoutValue(node, argument, variables);

    private object Coerce(FieldDefinition field, FieldNode node)
    {
        try
        {
            return ArgumentCoercion.Coerce(plan.Schema, plan.Source, field.Arguments, node.Arguments, node, variables);
        }
        catch (GraphQLException refusal)
        {
            return refusal.Errors;
        }
    }
}
