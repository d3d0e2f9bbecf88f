using ClientLedger.Fields;
using ClientLedger.Shared;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Generators;

/// <summary>Values of chance for new and changed records, references among them to what is in the ledger.</summary>
public sealed class RandomRecords(Chance chance, LedgerSchema schema, RandomValues values)
{
    /// <summary>Values for a new record; the fields that must have one always have one.</summary>
    public FieldValues New(PlainLedger ledger, int tenant, EntityDescriptor entity)
    {
        var pairs = Writable(entity)
            .Where(field => field.Required || field.Unique || chance.In(70))
            .Select(field => (field.Name, Value: Raw(entity, field, Value(ledger, tenant, field))))
            .Where(pair => pair.Value is not null || chance.In(20));
        return FieldValues.Of([.. pairs.Where(pair => pair.Value is not null || !entity.Find(pair.Name)!.Required)]);
    }

    /// <summary>New values for a few fields of a record; some are as they are already.</summary>
    public FieldValues Changed(PlainLedger ledger, PlainRecord record, EntityDescriptor entity)
    {
        var fields = chance.Some(Writable(entity).Where(field => !field.Unique && field.Target != entity.Name), chance.Between(1, 4));
        return FieldValues.Of([.. fields.Select(field => (field.Name, Raw(entity, field, NewValue(ledger, record, field))))]);
    }

    /// <summary>Fields that a caller may set.</summary>
    public static IEnumerable<FieldDescriptor> Writable(EntityDescriptor entity) => entity.Fields.Where(field => !field.Derived);

    /// <summary>A canonical value for the field, or null; a reference names a live record.</summary>
    public object? Value(PlainLedger ledger, int tenant, FieldDescriptor field)
    {
        if (field.Type != FieldType.Reference)
        {
            return values.CanonicalOrEmpty(field);
        }

        var targets = ledger.Of(tenant, field.Target!).Where(record => record.IsLive).ToList();
        return targets.Count == 0 || (!field.Required && chance.In(30)) ? null : chance.Pick(targets).Id;
    }

    private object? NewValue(PlainLedger ledger, PlainRecord record, FieldDescriptor field)
    {
        var old = record[field.Name];
        return old switch
        {
            _ when chance.In(10) => old,
            string[] several when chance.In(70) => Edited(several, (string[])values.Canonical(field)),
            _ => Value(ledger, record.Tenant, field),
        };
    }

    /// <summary>One element gone or some more there.</summary>
    private string[]? Edited(string[] several, string[] more)
    {
        var edited = chance.In(50) ? several.Skip(1).ToArray() : [.. several.Union(more)];
        return edited.Length == 0 ? null : edited;
    }

    /// <summary>As the canonical value or as a text.</summary>
    private object? Raw(EntityDescriptor entity, FieldDescriptor field, object? value) => value switch
    {
        null => null,
        string[] several => chance.In(50) || several.Any(element => element.Contains(';')) ? several : string.Join(';', several),
        string text => text,
        long id when field.Type == FieldType.Reference && chance.In(50) => RecordIds.Format(schema[field.Target!].IdPrefix, id),
        _ => chance.In(50) ? value : RawText.Of(schema, entity, field, value),
    };
}
