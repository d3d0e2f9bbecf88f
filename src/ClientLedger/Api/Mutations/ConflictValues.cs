using System.Buffers;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Writing;

namespace ClientLedger.Api.Mutations;

/// <summary>
/// What stands now in the fields that were changed on both sides. It is read through the read gate as the record itself would be: masked where the caller sees it
/// masked, null where its row is kept from the caller.
/// </summary>
internal sealed class ConflictValues
{
    private readonly Dictionary<long, JsonElement> records = [];

    /// <summary>Reads the fields of all rows that are in conflict, by one query.</summary>
    public static async Task<ConflictValues> ReadAsync(ApiCall call, EntityDescriptor entity, IReadOnlyList<RowResult> rows, CancellationToken cancellationToken)
    {
        var values = new ConflictValues();
        var ids = rows.Where(row => row.Conflicts.Count > 0).Select(row => row.Id).OfType<long>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return values;
        }

        var fields = rows.SelectMany(row => row.Conflicts).Select(conflict => conflict.Field).Distinct();
        var read = await call.Reading.ReadRecordsAsync(call.Scope, entity, ids, [.. fields.Select(field => new FieldSelection(field))], cancellationToken);
        foreach (var id in ids)
        {
            var text = new ArrayBufferWriter<byte>();
            read.Write(text, id);
            values.records.Add(id, JsonSerializer.Deserialize<JsonElement>(text.WrittenSpan));
        }

        return values;
    }

    /// <summary>Writes what a field of a record holds now.</summary>
    public void Write(Utf8JsonWriter writer, long? record, string field)
    {
        if (record is { } id && records.TryGetValue(id, out var values) && values.ValueKind == JsonValueKind.Object && values.TryGetProperty(field, out var value))
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
