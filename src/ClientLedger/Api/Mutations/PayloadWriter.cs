using System.Buffers;
using System.Text.Json;
using ClientLedger.Api.Queries;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading.Answers;
using ClientLedger.Shared;
using ClientLedger.Writing;
using Selection = ClientLedger.GraphQL.Execution.Selection;

namespace ClientLedger.Api.Mutations;

/// <summary>Writes what became of changes as it was selected. Records are read together, once for each time that they are selected.</summary>
internal sealed class PayloadWriter(ResolveContext context, ApiCall call, EntityDescriptor entity)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = AnswerKeys.Encoder, SkipValidation = true };

    private readonly Dictionary<SelectedField, RecordRows> records = [];
    private readonly ArrayBufferWriter<byte> record = new();

    /// <summary>Writes the payload of one record.</summary>
    public async Task WriteOneAsync(RowResult row, IBufferWriter<byte> output)
    {
        var selection = SelectionOf(context.Selected);
        await ReadAsync(selection, [row]);
        await using var writer = new Utf8JsonWriter(output, Options);
        Write(writer, selection, row);
    }

    /// <summary>Writes the payload of many.</summary>
    public async Task WriteManyAsync(ChangeResult result, IBufferWriter<byte> output)
    {
        var selection = SelectionOf(context.Selected);
        foreach (var results in selection.Fields.Where(field => field.Field.Name == "results"))
        {
            await ReadAsync(SelectionOf(results), result.Rows);
        }

        await using var writer = new Utf8JsonWriter(output, Options);
        WriteObject(writer, selection, field =>
        {
            if (field.Field.Name == "applied")
            {
                writer.WriteBooleanValue(result.Applied);
                return;
            }

            WriteArray(writer, result.Rows, row => Write(writer, SelectionOf(field), row));
        });
    }

    private async Task ReadAsync(Selection selection, IReadOnlyList<RowResult> rows)
    {
        long[] ids = [.. rows.Select(row => row.Id).OfType<long>()];
        foreach (var field in selection.Fields.Where(field => field.Field.Name == entity.Name))
        {
            var select = new SelectionReader(context, call.Scope.Schema).RecordOf(field, entity);
            records[field] = await call.Reading.ReadRecordsAsync(call.Scope, entity, ids, select, context.CancellationToken);
        }
    }

    private void Write(Utf8JsonWriter writer, Selection selection, RowResult row) => WriteObject(writer, selection, field =>
    {
        switch (field.Field.Name)
        {
            case "id":
                WriteId(writer, IsDone(row) ? row.Id : null);
                break;
            case "outcome":
                writer.WriteStringValue(EnumNames.Of(row.Outcome));
                break;
            case "userErrors":
                WriteArray(writer, row.Refusals, refusal => WriteObject(writer, SelectionOf(field), of => WriteError(writer, of.Field.Name, refusal)));
                break;
            case "duplicates":
                WriteArray(writer, row.Duplicates, hit => WriteObject(writer, SelectionOf(field), of => WriteDuplicate(writer, of.Field.Name, hit)));
                break;
            default:
                WriteRecord(writer, field, row);
                break;
        }
    });

    private void WriteRecord(Utf8JsonWriter writer, SelectedField field, RowResult row)
    {
        if (row.Id is not { } id)
        {
            writer.WriteNullValue();
            return;
        }

        record.ResetWrittenCount();
        records[field].Write(record, id);
        writer.WriteRawValue(record.WrittenSpan, skipInputValidation: true);
    }

    private void WriteError(Utf8JsonWriter writer, string name, Refusal refusal)
    {
        switch (name)
        {
            case "code":
                writer.WriteStringValue(refusal.Code.Code);
                break;
            case "message":
                writer.WriteStringValue(refusal.In(call.Language));
                break;
            default:
                WriteArray(writer, PathOf(refusal), writer.WriteStringValue);
                break;
        }
    }

    private void WriteDuplicate(Utf8JsonWriter writer, string name, DuplicateHit hit)
    {
        if (name == "id")
        {
            WriteId(writer, hit.Id);
        }
        else
        {
            writer.WriteStringValue(name == "field" ? hit.Field : hit.Title);
        }
    }

    private void WriteId(Utf8JsonWriter writer, long? id)
    {
        if (id is { } known)
        {
            writer.WriteStringValue(RecordIds.Format(entity.IdPrefix, known));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>What a field of the record was refused for stands in the values; id and version stand beside them.</summary>
    private static string[] PathOf(Refusal refusal) => refusal.Field switch
    {
        null => [],
        SystemFields.Id or SystemFields.Version => [refusal.Field],
        var field => [Arguments.Values, field],
    };

    private static bool IsDone(RowResult row) => row.Outcome is not (Outcome.Refused or Outcome.Withheld or Outcome.Conflict);

    private static void WriteObject(Utf8JsonWriter writer, Selection selection, Action<SelectedField> write)
    {
        writer.WriteStartObject();
        foreach (var field in selection.Fields)
        {
            writer.WritePropertyName(AnswerKeys.Of(field.ResponseKey));
            if (field.IsTypeName)
            {
                writer.WriteStringValue(field.ParentType.Name);
            }
            else
            {
                write(field);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    private static Selection SelectionOf(SelectedField field) => field.SelectionOf((ObjectType)field.Type.Innermost);
}
