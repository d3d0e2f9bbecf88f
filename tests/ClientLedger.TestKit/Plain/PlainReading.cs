using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Shared;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Makes canonical values of what was typed or sent. Only references are read here; the parsers of the other types are the product's, which have tests of their own.</summary>
public static class PlainReading
{
    /// <summary>The value of a text, or the code of the refusal.</summary>
    public static (object? Value, string? Code) Text(LedgerScope scope, EntityDescriptor entity, FieldDescriptor field, object raw)
    {
        if (raw is not string text)
        {
            return (raw, null);
        }

        object? value = field.Type switch
        {
            _ when field.Several => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            FieldType.Text => TextCleaning.Line(text),
            FieldType.LongText => TextCleaning.Block(text),
            FieldType.Integer => long.Parse(text, CultureInfo.InvariantCulture),
            FieldType.Decimal or FieldType.Money => decimal.Parse(text, CultureInfo.InvariantCulture),
            FieldType.Boolean => text == "true",
            FieldType.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldType.Moment => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            FieldType.Reference => Id(text, field.Target is null ? entity.IdPrefix : scope.Schema[field.Target].IdPrefix),
            FieldType.Person => Id(text, RecordIds.Account),
            _ => text,
        };
        return (value is "" or string[] { Length: 0 } ? null : value, null);
    }

    private static long? Id(string text, string prefix) => RecordIds.TryParse(text, prefix, out var id) ? id : null;

    /// <summary>The value of what a change sends for a field, or the code of the refusal. A reference must name a live record that the caller sees.</summary>
    public static (object? Value, string? Code) Raw(
        PlainSight sight, Dictionary<string, PlainRecord?> labels, EntityDescriptor entity, FieldDescriptor field, object? raw) => raw switch
    {
        null => (null, null),
        RecordReference.ByLabel label => ByLabel(labels, label),
        RecordReference.ByField byField => ByField(sight, sight.Entity(field.Target!), byField),
        _ when field.Type == FieldType.Reference => ById(sight, field, Text(sight.Scope, entity, field, raw)),
        _ => Text(sight.Scope, entity, field, raw),
    };

    private static (object? Value, string? Code) ByLabel(Dictionary<string, PlainRecord?> labels, RecordReference.ByLabel reference) =>
        !labels.TryGetValue(reference.Label, out var record) ? (null, "write.labelUnknown")
        : record is null ? (null, "write.referenceRefused")
        : (record.Id, null);

    private static (object? Value, string? Code) ByField(PlainSight sight, EntityDescriptor target, RecordReference.ByField reference)
    {
        var field = target.Find(reference.Field)!;
        var (value, code) = Text(sight.Scope, target, field, reference.Value);
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
