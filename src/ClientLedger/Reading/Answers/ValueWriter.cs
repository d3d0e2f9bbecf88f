using System.Buffers.Text;
using System.Data.Common;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading.Answers;

/// <summary>Writes values straight from the reader's columns as JSON.</summary>
/// <param name="timesAreText">Dates and moments come as the text that answers show.</param>
internal sealed class ValueWriter(TenantSecrets secrets, bool timesAreText)
{
    private const int LongestId = 32;

    /// <summary>Writes a field's value as the caller sees it on this row.</summary>
    public void Write(Utf8JsonWriter writer, DbDataReader reader, BoundValue value)
    {
        writer.WritePropertyName(value.Key);
        var isClear = value.ClearColumn < 0 ? value.Clear.Ever : reader.GetInt32(value.ClearColumn) != 0;
        var isMasked = !isClear && (value.MaskedColumn < 0 ? value.Masked.Ever : reader.GetInt32(value.MaskedColumn) != 0);
        if (!isClear && !isMasked)
        {
            writer.WriteNullValue();
        }
        else if (value.Custom >= 0)
        {
            WriteCustom(writer, value, value.Row.Custom[value.Custom], isMasked);
        }
        else if (reader.IsDBNull(value.Column))
        {
            writer.WriteNullValue();
        }
        else if (isMasked)
        {
            WriteMasked(writer, reader, value);
        }
        else
        {
            WriteClear(writer, reader, value);
        }
    }

    /// <summary>Writes an aggregate's result.</summary>
    public void Write(Utf8JsonWriter writer, DbDataReader reader, BoundAggregateSelection selection)
    {
        writer.WritePropertyName(selection.Key);
        var field = selection.Aggregate.Field?.Field;
        if (reader.IsDBNull(selection.Column))
        {
            writer.WriteNullValue();
        }
        else if (field is { Type: FieldType.Date or FieldType.Moment })
        {
            WriteTime(writer, reader, selection.Column, field.Type, field.Custom);
        }
        else if (selection.Aggregate.Function == AggregateFunction.Average || field?.Type.IsTenThousandths() == true)
        {
            PlainText.WriteTenThousandths(writer, reader.GetInt64(selection.Column));
        }
        else
        {
            writer.WriteNumberValue(reader.GetInt64(selection.Column));
        }
    }

    private void WriteClear(Utf8JsonWriter writer, DbDataReader reader, BoundValue value)
    {
        var column = value.Column;
        if (value.Field.Several)
        {
            writer.WriteRawValue(reader.GetString(column), skipInputValidation: true);
            return;
        }

        if (value.Field.Sensitivity == Sensitivity.Sensitive)
        {
            writer.WriteStringValue(secrets.Decrypt(value.Field.Id, reader.GetFieldValue<byte[]>(column)));
            return;
        }

        switch (value.Field.Type)
        {
            case FieldType.Integer:
                writer.WriteNumberValue(reader.GetInt64(column));
                break;
            case FieldType.Decimal or FieldType.Money:
                PlainText.WriteTenThousandths(writer, reader.GetInt64(column));
                break;
            case FieldType.Boolean:
                writer.WriteBooleanValue(reader.GetBoolean(column));
                break;
            case FieldType.Date or FieldType.Moment:
                WriteTime(writer, reader, column, value.Field.Type, asText: false);
                break;
            case FieldType.Reference or FieldType.Person:
                WriteId(writer, value.IdPrefix, reader.GetInt64(column));
                break;
            default:
                writer.WriteStringValue(reader.GetString(column));
                break;
        }
    }

    private void WriteTime(Utf8JsonWriter writer, DbDataReader reader, int column, FieldType type, bool asText)
    {
        if (timesAreText || asText)
        {
            writer.WriteStringValue(reader.GetString(column));
        }
        else if (type == FieldType.Date)
        {
            PlainText.Write(writer, reader.GetFieldValue<DateOnly>(column));
        }
        else
        {
            PlainText.Write(writer, reader.GetDateTime(column));
        }
    }

    /// <summary>Masks are for texts; of other types a masked value shows nothing.</summary>
    private void WriteMasked(Utf8JsonWriter writer, DbDataReader reader, BoundValue value)
    {
        if (value.Field.Several)
        {
            WriteMasked(writer, JsonSerializer.Deserialize(reader.GetString(value.Column), Storage.StoredJsonContext.Plain.StringArray), value.Field.Mask);
        }
        else if (!value.Field.Type.IsText())
        {
            writer.WriteNullValue();
        }
        else
        {
            var text = value.Field.Sensitivity == Sensitivity.Sensitive
                ? secrets.Decrypt(value.Field.Id, reader.GetFieldValue<byte[]>(value.Column))
                : reader.GetString(value.Column);
            writer.WriteStringValue(text is null ? null : value.Field.Mask.Apply(text));
        }
    }

    private void WriteCustom(Utf8JsonWriter writer, BoundValue value, ReadOnlySpan<byte> json, bool isMasked)
    {
        var field = value.Field;
        if (json.IsEmpty || json[0] == (byte)'n' || (isMasked && !field.Type.IsText()))
        {
            writer.WriteNullValue();
        }
        else if (field.Several && isMasked)
        {
            WriteMasked(writer, JsonSerializer.Deserialize(json, Storage.StoredJsonContext.Plain.StringArray), field.Mask);
        }
        else if (field.Sensitivity == Sensitivity.Sensitive || isMasked)
        {
            var text = TextOf(json);
            text = field.Sensitivity == Sensitivity.Sensitive ? secrets.Decrypt(field.Id, Convert.FromBase64String(text)) : text;
            writer.WriteStringValue(text is null || !isMasked ? text : field.Mask.Apply(text));
        }
        else if (field.Type.IsTenThousandths() && Utf8Parser.TryParse(json, out long stored, out _))
        {
            PlainText.WriteTenThousandths(writer, stored);
        }
        else if (field.Type is FieldType.Reference or FieldType.Person && Utf8Parser.TryParse(json, out long id, out _))
        {
            WriteId(writer, value.IdPrefix, id);
        }
        else
        {
            writer.WriteRawValue(json, skipInputValidation: true);
        }
    }

    private static void WriteMasked(Utf8JsonWriter writer, string[]? several, Mask mask)
    {
        writer.WriteStartArray();
        foreach (var element in several ?? [])
        {
            writer.WriteStringValue(mask.Apply(element));
        }

        writer.WriteEndArray();
    }

    private static void WriteId(Utf8JsonWriter writer, string prefix, long id)
    {
        Span<byte> text = stackalloc byte[LongestId];
        writer.WriteStringValue(text[..RecordIds.Format(prefix, id, text)]);
    }

    private static string TextOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!;
    }
}
