using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>CoerceArgumentValues (6.4.1).</summary>
internal static class ArgumentCoercion
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>The arguments of a field or directive; a <see cref="GraphQLException"/> with the first that is wrong.</summary>
    /// <param name="schema">The schema that the caller sees.</param>
    /// <param name="source">The text of the document.</param>
    /// <param name="definitions">What can be given.</param>
    /// <param name="given">What was given.</param>
    /// <param name="owner">The field or directive that they stand at.</param>
    /// <param name="variables">The variables of the request.</param>
    public static Dictionary<string, object?> Coerce(
        Schema schema, Source source, MemberCollection<InputValueDefinition> definitions, NodeList<ArgumentNode> given, Node owner, VariableValues variables)
    {
        if (definitions.Count == 0)
        {
            return None;
        }

        var values = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var literal = given.LastOrDefault(argument => argument.Name.Value == definition.Name)?.Value;
            if (literal is null && definition.IsRequired)
            {
                throw Refused(source, owner, $"Argument \"{definition}\" of required type \"{definition.Type}\" was not provided.");
            }

            if (literal is null || (literal is VariableNode variable && !definition.IsRequired && !variables.TryGet(variable.Name.Value, out _)))
            {
                if (InputCoercion.TryGetDefault(schema, definition, out var defaultValue))
                {
                    values[definition.Name] = defaultValue;
                }
            }
            else
            {
                values[definition.Name] = InputCoercion.TryCoerce(schema, literal, definition.Type, variables, out var value)
                    ? value
                    : throw Problem(schema, source, definition, literal, variables);
            }
        }

        return values;
    }

    private static GraphQLException Problem(Schema schema, Source source, InputValueDefinition definition, ValueNode literal, VariableValues variables)
    {
        GraphQLException? first = null;
        new LiteralProblems(
            schema,
            (message, node, path) => first ??= Refused(source, node, $"Argument \"{definition}\" has invalid value{InputPath.Show(path)}: {message}"),
            variables).Find(literal, definition.Type);
        return first ?? throw new InvalidOperationException($"The value of argument {definition} was refused without a reason.");
    }

    private static GraphQLException Refused(Source source, Node at, string message) =>
        new(new GraphQLError(message, ErrorCodes.BadUserInput) { Locations = [source.LocationOf(at.Start)] });
}
