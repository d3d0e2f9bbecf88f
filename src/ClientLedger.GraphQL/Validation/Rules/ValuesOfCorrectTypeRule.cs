using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Values of Correct Type (5.6.1), with Input Object Field Names (5.6.2) and Required Fields (5.6.4).</summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : Rule
{
    /// <summary>So many digits always fit into 32 bits.</summary>
    private const int DigitsThatFit = 9;

    public override void EnterLiteral(ValueNode literal)
    {
        // Nearly all literals fit, which is seen without coercing them; what may not is looked at by who can say why.
        if (context.InputType is { } type && !SurelyFits(literal, type))
        {
            new LiteralProblems(context.Schema, (message, node, _) => context.Report(message, node.Start), variables: null, context.Suggest).Find(literal, type);
        }
    }

    private bool SurelyFits(ValueNode literal, GraphQLType type) => (literal, type.Nullable) switch
    {
        (VariableNode, _) => true,
        (NullValueNode, _) => type is not NonNullType,
        (ListValueNode list, ListType { OfType: var itemType }) => AllFit(list, itemType),
        (_, ListType { OfType: var itemType }) => SurelyFits(literal, itemType),
        (ObjectValueNode fields, InputObjectType input) => AllFit(fields, input),
        (EnumValueNode value, EnumType enumType) => context.Schema.ValuesOf(enumType).Find(value.Name) is not null,
        (_, ScalarType scalar) => SurelyFits(literal, scalar),
        _ => false,
    };

    private static bool SurelyFits(ValueNode literal, ScalarType scalar) => literal switch
    {
        IntValueNode number => (scalar == SpecifiedScalars.Int && number.Text.Length <= DigitsThatFit) || scalar == SpecifiedScalars.Float || scalar == SpecifiedScalars.Id,
        FloatValueNode => scalar == SpecifiedScalars.Float,
        StringValueNode => scalar == SpecifiedScalars.String || scalar == SpecifiedScalars.Id,
        BooleanValueNode => scalar == SpecifiedScalars.Boolean,
        _ => false,
    };

    private bool AllFit(ListValueNode list, GraphQLType itemType)
    {
        foreach (var item in list.Values)
        {
            if (!SurelyFits(item, itemType))
            {
                return false;
            }
        }

        return true;
    }

    private bool AllFit(ObjectValueNode given, InputObjectType type)
    {
        var definitions = context.Schema.InputFieldsOf(type);
        var required = 0;
        foreach (var field in given.Fields)
        {
            if (definitions.Find(field.Name.Value) is not { } definition || !SurelyFits(field.Value, definition.Type))
            {
                return false;
            }

            required += definition.IsRequired ? 1 : 0;
        }

        if (type.IsOneOf)
        {
            return given.Fields is { First.Value: not NullValueNode, Rest.IsEmpty: true };
        }

        // A field that is given twice counts twice, and may make up for one that is missing.
        return given.Fields.IsEmpty
            ? definitions.All(definition => !definition.IsRequired)
            : required == definitions.Count(definition => definition.IsRequired) && DuplicateNames.In(given.Fields, field => field.Name).Count == 0;
    }
}
