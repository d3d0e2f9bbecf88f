using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.Fields;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit;

/// <summary>A ledger as sorted lines of text without ids, times, versions or numbers.</summary>
internal sealed class LedgerLines(PlainLedger ledger, LedgerSchema schema, int tenant)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<(string Entity, long Id), PlainRecord> records =
        ledger.Records.Where(record => record.Tenant == tenant).ToDictionary(record => (record.Entity, record.Id));

    /// <summary>A line for each live record with all its values, and one for the totals of each live customer that has some.</summary>
    public List<string> Records(IEnumerable<PlainTotalsRow> totals)
    {
        var live = records.Values.Where(record => record.IsLive).Select(record => $"{Key(record)} {Values(record)}");
        var sums = totals.Where(row => !row.IsEmpty && records[("customer", row.Customer)].IsLive)
            .Select(row => $"totals of {Key(records[("customer", row.Customer)])} {Text(WithoutId(row))}");
        return [.. live.Concat(sums).Order(StringComparer.Ordinal)];
    }

    /// <summary>A line for each field of each entry, and one for each entry that changed no field.</summary>
    public List<string> Log() => [.. ledger.Log.Where(entry => entry.Tenant == tenant).SelectMany(Lines).Order(StringComparer.Ordinal)];

    private IEnumerable<string> Lines(PlainLogEntry entry)
    {
        var entity = schema[entry.Entity];
        var key = $"{entry.Verb} {Key(records[(entry.Entity, entry.Record)])}";
        return entry.Changes.Count == 0
            ? [key]
            : entry.Changes.Select(change => $"{key} {change.Field} {Text(Value(entity.Find(change.Field)!, change.Before))} {Text(Value(entity.Find(change.Field)!, change.After))}");
    }

    /// <summary>The number, or else the title and what stands above it.</summary>
    private string Key(PlainRecord record)
    {
        var entity = schema[record.Entity];
        return record["number"] is string number
            ? $"{entity.Name} {number}"
            : $"{entity.Name} {record[entity.Title]} of {(record.IdIn("customer") is { } customer ? records[("customer", customer)]["number"] : null)}";
    }

    private string Values(PlainRecord record)
    {
        var line = new JsonObject();
        foreach (var field in schema[record.Entity].Fields.Skip(SystemFields.Count).Where(field => record[field.Name] is not null))
        {
            line[field.Name] = JsonSerializer.SerializeToNode(Value(field, record[field.Name]));
        }

        return line.ToJsonString(Readable);
    }

    /// <summary>A value, of a reference the natural key of the record that it names.</summary>
    private object? Value(FieldDescriptor field, object? value) => value switch
    {
        long id when field is { Type: FieldType.Reference, Target: { } target } => Key(records[(target, id)]),
        decimal number => WithoutTrailingZeros(number),
        _ => value,
    };

    private static PlainTotalsRow WithoutId(PlainTotalsRow row) => row with
    {
        Customer = 0,
        Amount = WithoutTrailingZeros(row.Amount),
        Returned = WithoutTrailingZeros(row.Returned),
        Currencies = [.. row.Currencies.Select(each => each with { Amount = WithoutTrailingZeros(each.Amount), Returned = WithoutTrailingZeros(each.Returned) })],
    };

    private static decimal WithoutTrailingZeros(decimal number) => number / 1.000000000000000000000000000000000m;

    private static string Text(object? value) => JsonSerializer.Serialize(value, Readable);
}
