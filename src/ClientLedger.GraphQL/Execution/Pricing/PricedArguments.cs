using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>The arguments of a request as prices ask for them.</summary>
internal sealed class PricedArguments(Schema schema, Source source, VariableValues variables)
{
    private static readonly Dictionary<string, object?> None = [];

    private readonly Dictionary<FieldNode, IReadOnlyDictionary<string, object?>> coerced = [];

    public Schema Schema => schema;

    public Source Source => source;

    /// <summary>The arguments of a field, coerced; none when one is wrong, which execution will say at the field.</summary>
    public IReadOnlyDictionary<string, object?> Of(FieldDefinition field, FieldNode node)
    {
        if (!coerced.TryGetValue(node, out var known))
        {
            coerced.Add(node, known = Coerce(field, node));
        }

        return known;
    }

    private Dictionary<string, object?> Coerce(FieldDefinition field, FieldNode node)
    {
        try
        {
            return ArgumentCoercion.Coerce(schema, source, field.Arguments, node.Arguments, node, variables);
        }
        catch (GraphQLException)
        {
            return None;
        }
    }
}
