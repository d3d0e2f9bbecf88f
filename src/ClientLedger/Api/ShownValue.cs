using System.Globalization;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading.Answers;
using ClientLedger.Shared;
using ClientLedger.Storage;

namespace ClientLedger.Api;

/// <summary>A value outside of its record, in the form that the record's own fields have: ids as text, numbers as numbers, times in UTC.</summary>
internal static class ShownValue
{
    /// <summary>The value as JSON can hold it.</summary>
    public static object? Of(FieldDescriptor field, object? canonical, LedgerSchema schema) => (field.Type, canonical) switch
    {
        (FieldType.Person, long id) => RecordIds.Format(RecordIds.Account, id),
        (FieldType.Reference, long id) => RecordIds.Format(schema.Find(field.Target ?? "")?.IdPrefix ?? "", id),
        (_, decimal number) => TenThousandths.ToDecimal(TenThousandths.FromDecimal(number)),
        (_, DateTime moment) => moment.ToString(StoredJson.MomentFormat, CultureInfo.InvariantCulture),
        (_, DateOnly day) => day.ToString(StoredJson.DateFormat, CultureInfo.InvariantCulture),
        (_, var value) => value,
    };

    /// <summary>Writes a value of a field.</summary>
    public static void Write(Utf8JsonWriter writer, FieldDescriptor field, object? canonical, LedgerSchema schema) => Write(writer, Of(field, canonical, schema));

    /// <summary>Writes a value that is no id.</summary>
    public static void Write(Utf8JsonWriter writer, object? shown)
    {
        switch (shown)
        {
            case null:
                writer.WriteNullValue();
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                PlainText.WriteTenThousandths(writer, TenThousandths.FromDecimal(number));
                break;
            case DateOnly day:
                PlainText.Write(writer, day);
                break;
            case DateTime moment:
                PlainText.Write(writer, moment);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string[] several:
                writer.WriteStartArray();
                foreach (var element in several)
                {
                    writer.WriteStringValue(element);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)shown);
                break;
        }
    }
}
