using System.Globalization;
using System.Text.Json;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>Turns JSON that a client gave for a variable into the literal that means the same, and puts such literals in the place of variables.</summary>
internal static class ValueLiteral
{
    private static readonly NullValueNode Null = new(0, 0);

    public static ValueNode Of(Schema schema, JsonElement value, GraphQLType type)
    {
        switch (type.Nullable)
        {
            case var _ when value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined:
                return Null;
            case ListType list:
                return value.ValueKind == JsonValueKind.Array
                    ? new ListValueNode(0, 0, [.. value.EnumerateArray().Select(item => Of(schema, item, list.OfType))])
                    : Of(schema, value, list.OfType);
            case InputObjectType input when value.ValueKind == JsonValueKind.Object:
                var fields = from field in schema.InputFieldsOf(input)
                             where value.TryGetProperty(field.Name, out _)
                             select Field(field.Name, Of(schema, value.GetProperty(field.Name), field.Type));
                return new ObjectValueNode(0, 0, [.. fields]);
            case EnumType when value.ValueKind == JsonValueKind.String:
                return new EnumValueNode(0, 0, value.GetString()!);
            case ScalarType scalar when scalar == SpecifiedScalars.Id && value.ValueKind == JsonValueKind.String && IsWhole(value.GetString()!):
                return new IntValueNode(0, 0, value.GetString()!);
            default:
                return Untyped(value);
        }
    }

    /// <summary>The literal with the values of its variables: what has no value is left out of an object and null elsewhere.</summary>
    public static ValueNode WithoutVariables(Schema schema, ValueNode literal, VariableValues? variables) => literal switch
    {
        VariableNode variable => variables?.LiteralOf(schema, variable.Name.Value) ?? Null,
        ListValueNode list => new ListValueNode(list.Start, list.End, [.. list.Values.Select(value => WithoutVariables(schema, value, variables))]),
        ObjectValueNode fields => new ObjectValueNode(fields.Start, fields.End, [.. FieldsWithoutVariables(schema, fields.Fields, variables)]),
        _ => literal,
    };

    private static IEnumerable<ObjectFieldNode> FieldsWithoutVariables(Schema schema, NodeList<ObjectFieldNode> fields, VariableValues? variables) =>
        from field in fields
        where field.Value is not VariableNode variable || variables?.LiteralOf(schema, variable.Name.Value) is not null
        select new ObjectFieldNode(field.End, field.Name, WithoutVariables(schema, field.Value, variables));

    private static ValueNode Untyped(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return new StringValueNode(0, 0, value.GetString()!, isBlock: false);
            case JsonValueKind.True or JsonValueKind.False:
                return new BooleanValueNode(0, 0, value.GetBoolean());
            case JsonValueKind.Number:
                var number = Inspection.Show(double.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture));
                return IsWhole(number) ? new IntValueNode(0, 0, number) : new FloatValueNode(0, 0, number);
            case JsonValueKind.Array:
                return new ListValueNode(0, 0, [.. value.EnumerateArray().Select(Untyped)]);
            case JsonValueKind.Object:
                return new ObjectValueNode(0, 0, [.. value.EnumerateObject().Select(property => Field(property.Name, Untyped(property.Value)))]);
            default:
                return Null;
        }
    }

    private static ObjectFieldNode Field(string name, ValueNode value) => new(0, new Name(name, 0), value);

    /// <summary>Whether a text is an IntValue (2.9.1).</summary>
    private static bool IsWhole(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits is "0" || (digits.Length > 0 && digits[0] != '0' && !digits.ContainsAnyExceptInRange('0', '9'));
    }
}
