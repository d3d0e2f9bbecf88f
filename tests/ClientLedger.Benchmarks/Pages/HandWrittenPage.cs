using System.Buffers;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClientLedger.Shared;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>What a page costs without a gate: one statement written by hand for this very page, and a reader whose columns are known.</summary>
internal abstract class HandWrittenPage : IDisposable
{
    /// <summary>The columns of a page in the order in which they are shown.</summary>
    protected const string Columns =
        """c."Id", c."Number", c."Name", c."Phones", c."Emails", c."Industry", c."Region", c."Grade", c."Stage", c."OwnerId", c."CreatedAt", c."UpdatedAt",""";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonEncodedText
        Rows = JsonEncodedText.Encode("rows"), Id = JsonEncodedText.Encode("id"), Number = JsonEncodedText.Encode("number"), Name = JsonEncodedText.Encode("name"),
        Phones = JsonEncodedText.Encode("phones"), Emails = JsonEncodedText.Encode("emails"), Industry = JsonEncodedText.Encode("industry"),
        Region = JsonEncodedText.Encode("region"), Grade = JsonEncodedText.Encode("grade"), Stage = JsonEncodedText.Encode("stage"), Owner = JsonEncodedText.Encode("owner"),
        CreatedAt = JsonEncodedText.Encode("createdAt"), UpdatedAt = JsonEncodedText.Encode("updatedAt"), Tier = JsonEncodedText.Encode("tier"), Note = JsonEncodedText.Encode("note");

    /// <summary>Writes the page of a tenant's customers and tells whether there is a next one.</summary>
    public abstract Task<bool> ReadAsync(int tenant, IBufferWriter<byte> output);

    public virtual void Dispose()
    {
    }

    protected static Utf8JsonWriter Begin(IBufferWriter<byte> output)
    {
        var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WriteStartArray(Rows);
        return writer;
    }

    protected static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    protected static void WriteRow(Utf8JsonWriter writer, DbDataReader row, Action<Utf8JsonWriter, DbDataReader, int> writeMoment)
    {
        writer.WriteStartObject();
        WriteId(writer, Id, "cus", row, 0);
        WriteText(writer, Number, row, 1);
        WriteText(writer, Name, row, 2);
        WriteJson(writer, Phones, row, 3);
        WriteJson(writer, Emails, row, 4);
        WriteText(writer, Industry, row, 5);
        WriteText(writer, Region, row, 6);
        WriteText(writer, Grade, row, 7);
        WriteText(writer, Stage, row, 8);
        WriteId(writer, Owner, RecordIds.Account, row, 9);
        writer.WritePropertyName(CreatedAt);
        writeMoment(writer, row, 10);
        writer.WritePropertyName(UpdatedAt);
        writeMoment(writer, row, 11);
        WriteText(writer, Tier, row, 12);
        WriteText(writer, Note, row, 13);
        writer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter writer, JsonEncodedText name, string prefix, DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, RecordIds.Format(prefix, row.GetInt64(column)));
        }
    }

    private static void WriteText(Utf8JsonWriter writer, JsonEncodedText name, DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, row.GetString(column));
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, JsonEncodedText name, DbDataReader row, int column)
    {
        writer.WritePropertyName(name);
        if (row.IsDBNull(column))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(row.GetString(column), skipInputValidation: true);
        }
    }
}
