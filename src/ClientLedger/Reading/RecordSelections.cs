using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading;

/// <summary>What pages select of a record, within the caller's rights.</summary>
internal static class RecordSelections
{
    /// <summary>Id, version, and these fields; references with the id and title of what they name.</summary>
    public static IReadOnlyList<Selection> Of(LedgerScope scope, EntityDescriptor entity, IEnumerable<FieldDescriptor> fields)
    {
        var shown = fields.ToList();
        var currencies = shown.Select(field => field.CurrencyField).OfType<string>().Select(entity.Find).OfType<FieldDescriptor>();
        return
        [
            new FieldSelection(SystemFields.Id),
            new FieldSelection(SystemFields.Version),
            .. shown.Where(field => field.Name != SystemFields.Id).Union(currencies.Where(currency => Best(scope, entity, currency) != ReadRight.Hidden)).Select(field => Of(scope, entity, field)),
        ];
    }

    private static Selection Of(LedgerScope scope, EntityDescriptor entity, FieldDescriptor field)
    {
        if (field.Type != FieldType.Reference || field.Target is null || Best(scope, entity, field) != ReadRight.Clear)
        {
            return new FieldSelection(field.Name);
        }

        var target = scope.Schema[field.Target];
        var title = target.Find(target.Title)!;
        return ShownFields.IsKnown(scope, target.Name) && Best(scope, target, title) != ReadRight.Hidden
            ? new ReferenceSelection(field.Name, field.Name, [new FieldSelection(SystemFields.Id), new FieldSelection(title.Name)])
            : new FieldSelection(field.Name);
    }

    private static ReadRight Best(LedgerScope scope, EntityDescriptor entity, FieldDescriptor field) =>
        scope.Rights.On(entity.Name).Best(entity.OrdinalOf(field.Name));
}
