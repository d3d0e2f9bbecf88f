using System.Data.Common;
using System.Text;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Storage;

/// <summary>Canonical values on their way into columns and back.</summary>
internal static class StoredValues
{
    /// <summary>Behind a field's name in the JSON of custom values: its folded key, its keyed hash, the keyed hash of its last four characters.</summary>
    public const string KeySuffix = "~", HashSuffix = "#", TailSuffix = "$";

    /// <summary>What the value column of a built-in field holds.</summary>
    public static object? ToStore(TenantSecrets secrets, FieldDescriptor field, object? canonical) => canonical switch
    {
        string text when field.Sensitivity == Sensitivity.Sensitive => secrets.Encrypt(field.Id, text),
        string[] several => JsonSerializer.Serialize(several, StoredJsonContext.Plain.StringArray),
        decimal number => TenThousandths.FromDecimal(number),
        _ => canonical,
    };

    /// <summary>The canonical value of a built-in field's value column.</summary>
    public static object? FromStore(TenantSecrets secrets, FieldDescriptor field, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        if (field.Several)
        {
            return JsonSerializer.Deserialize(reader.GetString(column), StoredJsonContext.Plain.StringArray) is { Length: > 0 } several ? several : null;
        }

        return field.Type switch
        {
            FieldType.Decimal or FieldType.Money => TenThousandths.ToDecimal(reader.GetInt64(column)),
            FieldType.Integer or FieldType.Reference or FieldType.Person => reader.GetInt64(column),
            FieldType.Boolean => reader.GetBoolean(column),
            FieldType.Date => reader.GetFieldValue<DateOnly>(column),
            FieldType.Moment => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc),
            _ when field.Sensitivity == Sensitivity.Sensitive => secrets.Decrypt(field.Id, reader.GetFieldValue<byte[]>(column)),
            _ => reader.GetString(column),
        };
    }

    /// <summary>By what one value is compared for equality: a folded key, a keyed hash, the text or the stored number.</summary>
    public static object KeyOf(TenantSecrets secrets, FieldDescriptor field, object canonical) => canonical switch
    {
        string text when field.Sensitivity == Sensitivity.Sensitive => secrets.Hash(field.Id, text),
        string text when field.Type.HasFoldedKey() => FoldedText.Key(text),
        decimal number => TenThousandths.FromDecimal(number),
        DateOnly date => (long)date.DayNumber,
        bool flag => flag ? 1L : 0L,
        _ => canonical,
    };

    /// <summary>The keys of every element of a value.</summary>
    public static IReadOnlyList<object> KeysOf(TenantSecrets secrets, FieldDescriptor field, object canonical) => canonical is string[] several
        ? [.. several.Select(element => KeyOf(secrets, field, element))]
        : [KeyOf(secrets, field, canonical)];

    /// <summary>The JSON document of a record's custom values, or null when all are empty.</summary>
    /// <param name="values">All values of the record by ordinal.</param>
    /// <param name="retired">What the document held of fields that are retired; it stays, for the day when one of them is taken up again.</param>
    public static string? CustomToStore(TenantSecrets secrets, EntityDescriptor entity, object?[] values, IReadOnlyList<JsonProperty> retired)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, StoredJsonContext.PlainWriter))
        {
            var any = retired.Count > 0;
            writer.WriteStartObject();
            for (var ordinal = 0; ordinal < values.Length; ordinal++)
            {
                if (entity.Fields[ordinal] is { Custom: true } field && values[ordinal] is { } value)
                {
                    any = true;
                    writer.WritePropertyName(field.Name);
                    StoredJson.Write(writer, secrets, field, value);
                    WriteKeys(writer, secrets, field, value);
                }
            }

            if (!any)
            {
                return null;
            }

            foreach (var property in retired)
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Fills in the custom values of a record from its JSON document.</summary>
    /// <returns>What the document holds beside them: values and keys of retired fields.</returns>
    public static IReadOnlyList<JsonProperty> CustomFromStore(TenantSecrets secrets, EntityDescriptor entity, string? json, object?[] values)
    {
        if (json is null)
        {
            return [];
        }

        // Not from the pool, since what is left over outlives this call.
        var root = JsonElement.Parse(json);
        List<JsonProperty>? retired = null;
        foreach (var property in root.EnumerateObject())
        {
            if (entity.Find(property.Name) is { Custom: true } field)
            {
                values[entity.OrdinalOf(field.Name)] = StoredJson.Read(property.Value, secrets, field);
            }
            else if (!IsKey(entity, property.Name))
            {
                (retired ??= []).Add(property);
            }
        }

        return retired ?? [];
    }

    /// <summary>A key of a field's value stands behind the field's name.</summary>
    private static bool IsKey(EntityDescriptor entity, string name) =>
        name.Length > 0 && name[^1..] is KeySuffix or HashSuffix or TailSuffix && entity.Find(name[..^1]) is { Custom: true };

    private static void WriteKeys(Utf8JsonWriter writer, TenantSecrets secrets, FieldDescriptor field, object value)
    {
        if (value is not string text)
        {
            return;
        }

        if (field.Sensitivity == Sensitivity.Sensitive)
        {
            writer.WriteString(field.Name + HashSuffix, secrets.Hash(field.Id, text));
            writer.WriteString(field.Name + TailSuffix, secrets.Tail(field.Id, text));
        }
        else if (field.Type.HasFoldedKey())
        {
            writer.WriteString(field.Name + KeySuffix, FoldedText.Key(text));
        }
    }
}
