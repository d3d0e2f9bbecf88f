using System.Buffers;
using System.Globalization;
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
internal sealed class PayloadWriter(ResolveContext context, ApiCall call, EntityDescriptor entity, Verb verb)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = AnswerKeys.Encoder, SkipValidation = true };

    private static readonly MessageCode[] IdRefusals = [WriteMessages.IdMissing, WriteMessages.RecordUnknown, WriteMessages.RecordDeleted, WriteMessages.RecordLive];
    private static readonly MessageCode[] VersionRefusals = [WriteMessages.BaseTooOld, WriteMessages.RecordChangedMeanwhile];

    private readonly Dictionary<SelectedField, RecordRows> records = [];
    private readonly ArrayBufferWriter<byte> record = new();
    private ConflictValues conflicts = new();

    /// <summary>Writes the payload of one record.</summary>
    public async Task WriteOneAsync(RowResult row, IBufferWriter<byte> output)
    {
        var selection = SelectionOf(context.Selected);
        await ReadAsync(selection, [row]);
        await using var writer = new Utf8JsonWriter(output, Options);
        Write(writer, selection, row, place: null);
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

            var place = 0;
            WriteArray(writer, result.Rows, row => Write(writer, SelectionOf(field), row, place++));
        });
    }

    private async Task ReadAsync(Selection selection, IReadOnlyList<RowResult> rows)
    {
        long[] ids = [.. rows.Select(row => row.Id).OfType<long>()];
        foreach (var field in selection.Fields.Where(field => field.Field.Name == entity.Name))
        {
            var select = new SelectionReader(context, call.Scope).RecordOf(field, entity);
            records[field] = await call.Reading.ReadRecordsAsync(call.Scope, entity, ids, select, context.CancellationToken);
        }

        if (selection.Fields.Any(field => field.Field.Name == MutationTypes.Conflicts))
        {
            conflicts = await ConflictValues.ReadAsync(call, entity, rows, context.CancellationToken);
        }
    }

    /// <param name="place">The row's place among those of its call; null where it is the only one.</param>
    private void Write(Utf8JsonWriter writer, Selection selection, RowResult row, int? place) => WriteObject(writer, selection, field =>
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
                WriteArray(writer, row.Refusals, refusal => WriteObject(writer, SelectionOf(field), of => WriteError(writer, of.Field.Name, refusal, place)));
                break;
            case MutationTypes.Conflicts:
                WriteArray(writer, row.Conflicts, conflict => WriteObject(writer, SelectionOf(field), of => WriteConflict(writer, of.Field.Name, row, conflict)));
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

    private void WriteConflict(Utf8JsonWriter writer, string name, RowResult row, FieldConflict conflict)
    {
        switch (name)
        {
            case "field":
                writer.WriteStringValue(conflict.Field);
                break;
            case "given":
                ShownValue.Write(writer, entity.Find(conflict.Field)!, conflict.Mine, call.Scope.Schema);
                break;
            default:
                conflicts.Write(writer, row.Id, conflict.Field);
                break;
        }
    }

    private void WriteError(Utf8JsonWriter writer, string name, Refusal refusal, int? place)
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
                WriteArray(writer, PathOf(refusal, place), writer.WriteStringValue);
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

    /// <summary>
    /// The argument that a refusal is about. Values of a record stand in an argument of their own, but for rows that are nothing else; id and version stand beside them.
    /// </summary>
    private string[] PathOf(Refusal refusal, int? place)
    {
        string[] row = place is { } at ? [Arguments.Rows, at.ToString(CultureInfo.InvariantCulture)] : [];
        return (refusal.Field ?? OfRecord(refusal)) switch
        {
            null => row,
            SystemFields.Id or SystemFields.Version => [.. row, refusal.Field ?? OfRecord(refusal)!],
            var field when place is not null && verb is (Verb.Create or Verb.Upsert) => [.. row, field],
            var field => [.. row, Arguments.Values, field],
        };
    }

    /// <summary>Of what is refused of a record as a whole: whether it is the id or the version that doesn't fit.</summary>
    private string? OfRecord(Refusal refusal) =>
        verb is Verb.Create or Verb.Upsert ? null
        : IdRefusals.Contains(refusal.Code) ? SystemFields.Id
        : VersionRefusals.Contains(refusal.Code) ? SystemFields.Version
        : null;

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
