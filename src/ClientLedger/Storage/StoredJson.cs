using System.Globalization;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Storage;

/// <summary>
/// Canonical values as JSON, as custom fields and log entries hold them: numbers as whole numbers (decimals in ten-thousandths), dates and
/// moments as text that sorts, several values as arrays, sensitive values as the base 64 of their encryption.
/// </summary>
internal static class StoredJson
{
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Writes one canonical value.</summary>
    public static void Write(Utf8JsonWriter writer, TenantSecrets secrets, FieldDescriptor field, object? canonical)
    {
        switch (canonical)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text when field.Sensitivity == Sensitivity.Sensitive:
                writer.WriteBase64StringValue(secrets.Encrypt(field.Id, text));
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case string[] several:
                writer.WriteStartArray();
                foreach (var element in several)
                {
                    writer.WriteStringValue(element);
                }

                writer.WriteEndArray();
                break;
            case decimal number:
                writer.WriteNumberValue(TenThousandths.FromDecimal(number));
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString(DateFormat, CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                writer.WriteStringValue(moment.ToString(MomentFormat, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"{canonical.GetType()} is no canonical value of {field.Name}.", nameof(canonical));
        }
    }

    /// <summary>Reads one canonical value; null also where an encrypted value can't be read any more.</summary>
    public static object? Read(JsonElement element, TenantSecrets secrets, FieldDescriptor field)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (field.Several)
        {
            return element.EnumerateArray().Select(item => item.GetString()!).ToArray() is { Length: > 0 } several ? several : null;
        }

        return field.Type switch
        {
            FieldType.Decimal or FieldType.Money => TenThousandths.ToDecimal(element.GetInt64()),
            FieldType.Integer or FieldType.Reference or FieldType.Person => element.GetInt64(),
            FieldType.Boolean => element.GetBoolean(),
            FieldType.Date => DateOnly.ParseExact(element.GetString()!, DateFormat, CultureInfo.InvariantCulture),
            FieldType.Moment => DateTime.ParseExact(element.GetString()!, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ when field.Sensitivity == Sensitivity.Sensitive => secrets.Decrypt(field.Id, element.GetBytesFromBase64()),
            _ => element.GetString(),
        };
    }
}
