using System.Buffers;
using System.Text.Json;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading;

/// <summary>Answers of the read gate as pages show them: rows in memory.</summary>
internal static class ReadRows
{
    /// <summary>Answers a query; each row is a JSON object with a property for each selection.</summary>
    /// <exception cref="Messages.RefusedException">As <see cref="ReadGate.ReadAsync"/>.</exception>
    public static async Task<(PageInfo Page, IReadOnlyList<JsonElement> Rows)> ReadRowsAsync(
        this ReadGate gate, LedgerScope scope, LedgerQuery query, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        var page = await gate.ReadAsync(scope, query, output, cancellationToken);
        var reader = new Utf8JsonReader(output.WrittenSpan);
        return (page, [.. JsonElement.ParseValue(ref reader).GetProperty("rows").EnumerateArray()]);
    }

    /// <summary>The record of an id with what is selected of it, or null where the caller sees none.</summary>
    public static async Task<JsonElement?> ReadRecordAsync(
        this ReadGate gate, LedgerScope scope, string entity, long id, IReadOnlyList<Selection> select, CancellationToken cancellationToken)
    {
        var text = Shared.RecordIds.Format(scope.Schema[entity].IdPrefix, id);
        var query = new LedgerQuery(entity) { Select = select, Where = new FieldFilter(Fields.SystemFields.Id, Operator.Equals, text), Size = 1 };
        var (_, rows) = await gate.ReadRowsAsync(scope, query, cancellationToken);
        return rows is [var row] ? row : null;
    }
}
