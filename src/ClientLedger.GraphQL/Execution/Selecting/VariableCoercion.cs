using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>CoerceVariableValues (6.1.2).</summary>
internal static class VariableCoercion
{
    /// <summary>The variables of a request; a <see cref="GraphQLException"/> with everything that is wrong with them.</summary>
    /// <param name="schema">The schema that the caller sees.</param>
    /// <param name="source">The text of the document.</param>
    /// <param name="operation">The operation, which defines the variables.</param>
    /// <param name="given">A JSON object, or nothing (of kind Undefined or Null).</param>
    /// <param name="maxErrors">How many errors are told of.</param>
    public static VariableValues Coerce(Schema schema, Source source, OperationDefinitionNode operation, JsonElement given, int maxErrors)
    {
        if (operation.Variables.IsEmpty)
        {
            return VariableValues.None;
        }

        var values = new VariableValues();
        var errors = new List<GraphQLError>();
        foreach (var definition in operation.Variables)
        {
            Coerce(schema, definition, given, values, Refuse);
        }

        return errors.Count == 0 ? values : throw new GraphQLException(errors);

        void Refuse(Node at, string message)
        {
            if (errors.Count >= maxErrors)
            {
                errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.LimitExceeded));
                throw new GraphQLException(errors);
            }

            errors.Add(new GraphQLError(message, ErrorCodes.BadUserInput) { Locations = [source.LocationOf(at.Start)] });
        }
    }

    private static void Coerce(Schema schema, VariableDefinitionNode definition, JsonElement given, VariableValues values, Action<Node, string> refuse)
    {
        var name = definition.Variable.Name.Value;
        if (TypeReference.Resolve(schema, definition.Type) is not { IsInput: true } type)
        {
            refuse(definition.Type, $"Variable \"${name}\" expected value of type \"{definition.Type}\" which cannot be used as an input type.");
            return;
        }

        JsonElement value = default;
        var isGiven = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out value);
        if (!isGiven && definition.DefaultValue is { } literal)
        {
            if (InputCoercion.TryCoerce(schema, literal, type, null, out var coercedDefault))
            {
                values.AddDefault(name, type, literal, coercedDefault);
            }
            else
            {
                new LiteralProblems(schema, (message, _, path) => refuse(definition, $"Variable \"${name}\" has invalid default value{InputPath.Show(path)}: {message}")).Find(literal, type);
            }
        }
        else if (!isGiven && type is not NonNullType)
        {
            // It has no value: whoever uses it falls back to another default, or to none.
        }
        else if (InputCoercion.TryCoerce(schema, value, type, out var coerced))
        {
            values.AddGiven(name, type, value, coerced);
        }
        else
        {
            new InputProblems(schema, (message, path) => refuse(definition, $"Variable \"${name}\" has invalid value{InputPath.Show(path)}: {message}")).Find(value, type);
        }
    }
}
