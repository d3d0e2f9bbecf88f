using System.Globalization;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;

namespace ClientLedger.TestKit.Plain;

/// <summary>Writes rows as the read gate's answer does.</summary>
public static class PlainJson
{
    /// <summary><c>{"rows":[…]}</c> for some rows of a query's answer.</summary>
    public static JsonObject Answer(PlainSight sight, LedgerQuery query, IEnumerable<PlainRecord> rows)
    {
        IReadOnlyList<Selection> select = query.Select.Count == 0 ? [new FieldSelection(SystemFields.Id)] : query.Select;
        return new() { ["rows"] = Array(rows.Select(record => Row(sight, select, record))) };
    }

    private static JsonObject Row(PlainSight sight, IReadOnlyList<Selection> select, PlainRecord record)
    {
        var row = new JsonObject();
        foreach (var selection in select)
        {
            row[selection.Key] = selection switch
            {
                FieldSelection field => Field(sight, field, record),
                ReferenceSelection reference => Reference(sight, reference, record),
                ChildrenSelection children => Children(sight, children, record),
                AggregateSelection aggregate => Aggregate(sight, aggregate, record),
                _ => throw new ArgumentOutOfRangeException(nameof(select), selection, "An unknown selection."),
            };
        }

        return row;
    }

    private static JsonNode? Field(PlainSight sight, FieldSelection selection, PlainRecord record)
    {
        var entity = sight.Entity(record.Entity);
        var field = entity.Find(selection.Field)!;
        return sight.RightOn(record, field.Name) switch
        {
            ReadRight.Clear => Value(sight, entity, field, sight.Value(record, field.Name)),
            ReadRight.Masked => Masked(field, sight.Value(record, field.Name)),
            _ => null,
        };
    }

    private static JsonObject? Reference(PlainSight sight, ReferenceSelection selection, PlainRecord record)
    {
        var target = sight.Referenced(record, sight.Entity(record.Entity).Find(selection.Reference)!);
        return target is null ? null : Row(sight, selection.Select, target);
    }

    private static JsonArray Children(PlainSight sight, ChildrenSelection selection, PlainRecord record)
    {
        var children = sight.Children(record, sight.Entity(record.Entity).FindChildren(selection.Relation)!)
            .Where(child => PlainFilters.Holds(sight, selection.Where, child));
        return Array(PlainQueries.Ordered(sight, children, selection.OrderBy).Take(selection.First).Select(child => Row(sight, selection.Select, child)));
    }

    private static JsonNode? Aggregate(PlainSight sight, AggregateSelection selection, PlainRecord record) =>
        Scalar(PlainAggregates.Of(sight, record, selection.Relation, selection.Function, selection.Field, selection.Where));

    private static JsonNode? Value(PlainSight sight, EntityDescriptor entity, FieldDescriptor field, object? value) => (field.Type, value) switch
    {
        (FieldType.Reference, long id) => RecordIds.Format(field.Target is null ? entity.IdPrefix : sight.Entity(field.Target).IdPrefix, id),
        (FieldType.Person, long id) => RecordIds.Format(RecordIds.Account, id),
        (_, string[] several) => Array(several.Select(each => (JsonNode?)each)),
        _ => Scalar(value),
    };

    /// <summary>Only texts have a masked form.</summary>
    private static JsonNode? Masked(FieldDescriptor field, object? value) => value switch
    {
        string text => field.Mask.Apply(text),
        string[] several => Array(several.Select(each => (JsonNode?)field.Mask.Apply(each))),
        _ => null,
    };

    private static JsonNode? Scalar(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes,
        long number => number,
        decimal number => WithoutTrailingZeros(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a canonical value."),
    };

    private static decimal WithoutTrailingZeros(decimal number) => number / 1.000000000000000000000000000000000m;

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
