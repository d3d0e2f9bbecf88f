using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Makes canonical values of what was typed or sent. The parsers are the product's, which have tests of their own.</summary>
public static class PlainReading
{
    /// <summary>The value of what was given, or the code of the refusal.</summary>
    public static (object? Value, string? Code) Text(LedgerScope scope, FieldDescriptor field, object? raw) =>
        FieldParser.TryParse(field, raw, scope.Schema, scope.Settings, out var value, out var refusal) ? (value, null) : (null, refusal.Code.Code);

    /// <summary>The value of what a change sends for a field, or the code of the refusal. A reference must name a live record that the caller sees.</summary>
    public static (object? Value, string? Code) Raw(
        PlainSight sight, Dictionary<string, PlainRecord?> labels, FieldDescriptor field, object? raw) => raw switch
    {
        null => (null, null),
        RecordReference.ByLabel label => ByLabel(labels, label),
        RecordReference.ByField byField => ByField(sight, sight.Entity(field.Target!), byField),
        _ when field.Type == FieldType.Reference => ById(sight, field, Text(sight.Scope, field, raw)),
        _ => Text(sight.Scope, field, raw),
    };

    private static (object? Value, string? Code) ByLabel(Dictionary<string, PlainRecord?> labels, RecordReference.ByLabel reference) =>
        !labels.TryGetValue(reference.Label, out var record) ? (null, "write.labelUnknown")
        : record is null ? (null, "write.referenceRefused")
        : (record.Id, null);

    private static (object? Value, string? Code) ByField(PlainSight sight, EntityDescriptor target, RecordReference.ByField reference)
    {
        var field = target.Find(reference.Field)!;
        var (value, code) = Text(sight.Scope, field, reference.Value);
        if (code is not null)
        {
            return (null, code);
        }

        var found = sight.Live(target.Name).Where(record => sight.Clear(record, field.Name) is { } its && PlainValues.Compare(field.Type, its, value!) == 0).ToList();
        return found.Count switch
        {
            0 => (null, "write.referenceUnknown"),
            1 => (found[0].Id, null),
            _ => (null, "write.referenceAmbiguous"),
        };
    }

    private static (object? Value, string? Code) ById(PlainSight sight, FieldDescriptor field, (object? Value, string? Code) read) =>
        read.Code is not null || read.Value is null ? read
        : sight.Ledger.Find(sight.Scope.TenantId, field.Target!, (long)read.Value) is { IsLive: true } target && sight.Covers(target) ? read
        : (null, "write.referenceUnknown");
}
