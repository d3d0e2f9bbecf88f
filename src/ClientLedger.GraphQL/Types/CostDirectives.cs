using System.Globalization;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// The directives by which a schema says what it costs, after IBM's "GraphQL Cost Directives": <c>@cost</c> gives the weight of a field, an argument, an input field or the values of a type; <c>@listSize</c> says how many items a list has.
/// What says nothing weighs 1 when it is or takes an object, and 0 when it is a scalar or an enum.
/// </summary>
public static class CostDirectives
{
    /// <summary>Their definitions, for a schema that applies them in SDL.</summary>
    public const string Sdl =
        """
        "What one of these costs; a number, such as \"2.5\"."
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR

        "How many items the list has: as many as an argument asks for, or as many as are assumed. With sizedFields, that is the size of the lists of that name within the field."
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
        """;

    internal const string Cost = "cost";

    /// <summary>The weight that a <c>@cost</c> says; null when it is no number.</summary>
    internal static double? WeightIn(DirectiveNode directive) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "weight")?.Value is StringValueNode text
        && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)
            ? weight
            : null;
}
