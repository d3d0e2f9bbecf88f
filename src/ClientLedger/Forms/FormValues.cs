using System.Globalization;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Shared.Pages;

namespace ClientLedger.Forms;

/// <summary>Values of a record as a person edits them, by field: what the inputs of a form begin with, and what the write gate reads again.</summary>
internal static class FormValues
{
    /// <summary>The text of each field in a row of the read gate; empty where there is no value.</summary>
    public static Dictionary<string, string> Of(IEnumerable<FieldDescriptor> fields, JsonElement row, Wording wording) =>
        fields.ToDictionary(field => field.Name, field => row.TryGetProperty(field.Name, out var value) ? Of(field, value, wording) : "");

    /// <summary>What a new record begins with.</summary>
    public static Dictionary<string, string> Defaults(IEnumerable<FieldDescriptor> fields, Wording wording) =>
        fields.ToDictionary(field => field.Name, field => Default(field, wording));

    /// <summary>A choice of a long list is typed, and so begins with its name; one of a short list is picked by its code.</summary>
    public static bool IsTyped(ReferenceList list) => list.Items.Count > MostPicked;

    private const int MostPicked = 60;

    private static string Default(FieldDescriptor field, Wording wording) => field switch
    {
        { Default: null } => "",
        { Type: FieldType.Choice, List: { } name } when ReferenceLists.Find(name) is { } list && IsTyped(list) => ReferencePaths.Of(list, field.Default, wording.Language),
        _ => field.Default,
    };

    private static string Of(FieldDescriptor field, JsonElement value, Wording wording) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(element => element.GetString())),
        JsonValueKind.Object => value.EnumerateObject().Last().Value.ToString(),
        _ => Of(field, value.GetString()!, wording),
    };

    private static string Of(FieldDescriptor field, string text, Wording wording) => field.Type switch
    {
        FieldType.Moment when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) => wording.Moment(moment).Replace(' ', 'T'),
        FieldType.Choice when field.List is not null && ReferenceLists.Find(field.List) is { } list && IsTyped(list) => ReferencePaths.Of(list, text, wording.Language),
        _ => text,
    };
}
