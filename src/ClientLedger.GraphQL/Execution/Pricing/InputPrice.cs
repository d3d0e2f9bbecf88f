using System.Collections;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>What the arguments of a field cost, and what lies within them.</summary>
internal static class InputPrice
{
    /// <summary>Whether any argument of a field can cost anything, so that it needn't be looked at otherwise.</summary>
    public static bool CanCost(Schema schema, FieldDefinition field) =>
        field.Arguments.Any(argument => argument.Type.Innermost is InputObjectType || Weights.Of(schema, argument) != 0);

    public static double Of(RequestArguments arguments, FieldDefinition field, FieldNode node)
    {
        var values = arguments.ValuesOf(field, node);
        return field.Arguments.Sum(argument => values.TryGetValue(argument.Name, out var value) ? Of(arguments.Schema, argument, value) : 0);
    }

    private static double Of(Schema schema, InputValueDefinition input, object? value) => Weights.Of(schema, input) + Within(schema, input.Type.Innermost, value);

    private static double Within(Schema schema, NamedType type, object? value) => (type, value) switch
    {
        (InputObjectType input, IReadOnlyDictionary<string, object?> fields) =>
            schema.InputFieldsOf(input).Sum(field => fields.TryGetValue(field.Name, out var inner) ? Of(schema, field, inner) : 0),
        (InputObjectType, IList items) => items.Cast<object?>().Sum(item => Within(schema, type, item)),
        _ => 0,
    };
}
