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

    /// <summary>The id that a reference of a change means, or the code of the refusal: it must name a live record that the caller sees.</summary>
    public static (long? Id, string? Code) Reference(PlainSight sight, Dictionary<string, PlainRecord?> labels, FieldDescriptor field, object reference) => reference switch
    {
        RecordReference.ByLabel label => ByLabel(sight, labels, field, label),
        RecordReference.ByField byField => ByField(sight, sight.Entity(field.Target!), byField),
        _ => sight.Ledger.Find(sight.Scope.TenantId, field.Target!, (long)reference) is { IsLive: true } target && sight.Covers(target)
            ? (target.Id, null)
            : (null, "write.referenceUnknown"),
    };

    private static (long? Id, string? Code) ByLabel(PlainSight sight, Dictionary<string, PlainRecord?> labels, FieldDescriptor field, RecordReference.ByLabel reference) =>
        !labels.TryGetValue(reference.Label, out var record) ? (null, "write.labelUnknown")
        : record is null ? (null, "write.referenceRefused")
        : record.Entity == sight.Entity(field.Target!).Name ? (record.Id, null)
        : (null, "write.labelUnknown");

    private static (long? Id, string? Code) ByField(PlainSight sight, EntityDescriptor target, RecordReference.ByField reference)
    {
        var ordinal = target.OrdinalOf(reference.Field);
        var rights = sight.Scope.Rights.On(target.Name);
        if (ordinal < 0 || rights.Grants.Count == 0 || !rights.IsClearEverywhere(ordinal))
        {
            return (null, "write.keyNotUsable");
        }

        var field = target.Fields[ordinal];
        var (value, code) = Text(sight.Scope, field, reference.Value);
        var found = value is null ? [] : sight.Live(target.Name).Where(record => PlainComparison.Elements(record[field.Name]).Any(its => PlainValues.Compare(field.Type, its, value) == 0)).ToList();
        return code is not null || value is null ? (null, code) : found.Count switch
        {
            0 => (null, "write.referenceUnknown"),
            1 => (found[0].Id, null),
            _ => (null, "write.referenceAmbiguous"),
        };
    }
}
