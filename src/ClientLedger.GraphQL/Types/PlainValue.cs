using System.Globalization;
using System.Text.Json;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>Values without a type of the schema, as CLR values.</summary>
internal static class PlainValue
{
    public static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(Of).ToList(),
        JsonValueKind.Object => Fields(json.EnumerateObject().Select(property => (property.Name, Of(property.Value)))),
        _ => null,
    };

    public static object? Of(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Name,
        IntValueNode number => Number(number.Text),
        FloatValueNode number => Number(number.Text),
        BooleanValueNode boolean => boolean.Value,
        ListValueNode list => list.Values.Select(Of).ToList(),
        ObjectValueNode fields => Fields(fields.Fields.Select(field => (field.Name.Value, Of(field.Value)))),
        _ => null,
    };

    private static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (object)whole
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Of several fields with one name the last counts.</summary>
    private static Dictionary<string, object?> Fields(IEnumerable<(string Name, object? Value)> fields)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return values;
    }
}
