using System.Text.Encodings.Web;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.TestKit;

/// <summary>Finds where two ledgers with the same ids differ: in records, versions, deletions, totals and in the log.</summary>
public static class LedgerComparison
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line for each difference between what is expected and what is there; times aren't compared.</summary>
    public static List<string> Differences(PlainLedger expected, PlainLedger actual, LedgerSchema schema, int tenant) =>
        [.. Records(expected, actual, schema, tenant), .. Log(expected, actual, tenant)];

    /// <summary>Customers whose totals differ; those without any order may have none.</summary>
    public static List<string> Differences(IEnumerable<PlainTotalsRow> expected, IEnumerable<PlainTotalsRow> actual) => Differences(
        expected.Where(row => !row.IsEmpty).ToDictionary(row => $"totals of customer {row.Customer}", Text),
        actual.Where(row => !row.IsEmpty).ToDictionary(row => $"totals of customer {row.Customer}", Text));

    private static List<string> Records(PlainLedger expected, PlainLedger actual, LedgerSchema schema, int tenant)
    {
        return Differences(Lines(expected), Lines(actual));

        Dictionary<string, string> Lines(PlainLedger ledger) => ledger.Records.Where(record => record.Tenant == tenant)
            .SelectMany(record => schema[record.Entity].Fields.Skip(SystemFields.Count)
                .Where(field => record[field.Name] is not null)
                .Select(field => (Name: field.Name, Value: Text(record[field.Name])))
                .Append((Name: "version", Value: Text(record.Version)))
                .Append((Name: "created by", Value: Text(record.CreatedBy)))
                .Append((Name: "updated by", Value: Text(record.UpdatedBy)))
                .Append((Name: "is live", Value: Text(record.IsLive)))
                .Select(pair => (Key: $"{record} {pair.Name}", pair.Value)))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static List<string> Log(PlainLedger expected, PlainLedger actual, int tenant)
    {
        return Differences(Lines(expected), Lines(actual));

        Dictionary<string, string> Lines(PlainLedger ledger) => ledger.Log.Where(entry => entry.Tenant == tenant)
            .GroupBy(entry => $"log of {entry.Entity} {entry.Record} version {entry.Version} {(entry.Verb == Verb.Confirm ? "confirmed" : "")}")
            .ToDictionary(group => group.Key, group => string.Join(" | ", group.Select(Text)));
    }

    private static string Text(PlainLogEntry entry) =>
        $"{entry.Verb} " + string.Join(", ", entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal).Select(change => $"{change.Field}: {Text(change.Before)} → {Text(change.After)}"));

    private static string Text(PlainTotalsRow row) => string.Join(
        ' ',
        [Text(row.Orders), Text(row.Returns), Text(row.First), Text(row.Last), Text(row.Amount), Text(row.Returned), Text(row.WithoutRate), .. row.Currencies.Select(Text)]);

    private static string Text(PlainCurrencyTotals row) => $"{row.Currency} {row.Orders} {row.Returns} {Text(row.Amount)} {Text(row.Returned)}";

    private static string Text(object? value) => value is decimal number
        ? JsonSerializer.Serialize(number / 1.000000000000000000000000000000000m)
        : JsonSerializer.Serialize(value, Readable);

    private static List<string> Differences(Dictionary<string, string> expected, Dictionary<string, string> actual) =>
        [.. expected.Keys.Union(actual.Keys).Where(key => expected.GetValueOrDefault(key) != actual.GetValueOrDefault(key))
            .Select(key => $"{key}: expected {expected.GetValueOrDefault(key) ?? "nothing"}, is {actual.GetValueOrDefault(key) ?? "nothing"}")];
}
