using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Compares a field of a record with the values of a filter. Of several values, one that satisfies it is enough.</summary>
public static class PlainComparison
{
    public static bool Holds(PlainSight sight, FieldFilter filter, PlainRecord record)
    {
        var field = sight.Entity(record.Entity).Find(filter.Field)!;
        var value = sight.Clear(record, field.Name);
        return filter.Operator == Operator.IsEmpty ? value is null : Elements(value).Any(element => Satisfies(sight, field, element, filter));
    }

    /// <summary>The values of a field: none, one, or several.</summary>
    public static IEnumerable<object> Elements(object? value) => value switch
    {
        null => [],
        string[] several => several,
        _ => [value],
    };

    /// <summary>Compares two values of a field in one of the five ways that have an order.</summary>
    public static bool Compare(FieldDescriptor field, object value, Operator way, object other)
    {
        var order = PlainValues.Compare(field.Type, value, other);
        return way switch
        {
            Operator.Equals or Operator.In => order == 0,
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            Operator.GreaterOrEqual => order >= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, "Not a comparison of two values."),
        };
    }

    private static bool Satisfies(PlainSight sight, FieldDescriptor field, object value, FieldFilter filter) => filter.Operator switch
    {
        Operator.Contains => Text(field, value).Contains(Needle(field, filter.Values[0]), StringComparison.Ordinal),
        Operator.StartsWith => Text(field, value).StartsWith(Needle(field, filter.Values[0]), StringComparison.Ordinal),
        Operator.EndsWith => Text(field, value).EndsWith(Needle(field, filter.Values[0]), StringComparison.Ordinal),
        Operator.Under => ReferenceLists.Find(field.List!)!.IsWithin((string)value, (string)Canonical(sight, field, filter.Values[0])),
        _ => filter.Values.Any(raw => Compare(field, value, filter.Operator, Canonical(sight, field, raw))),
    };

    private static object Canonical(PlainSight sight, FieldDescriptor field, string raw) => PlainReading.Text(sight.Scope, field with { Several = false }, raw).Value!;

    /// <summary>The text of a stored value in which parts are sought.</summary>
    private static string Text(FieldDescriptor field, object value) => field.Type switch
    {
        FieldType.Phone => Digits((string)value),
        _ when field.Type.HasFoldedKey() => FoldedText.Key((string)value),
        _ => ((string)value).ToLowerInvariant(),
    };

    /// <summary>The part that is sought.</summary>
    internal static string Needle(FieldDescriptor field, string raw) => field.Type switch
    {
        FieldType.Phone => Digits(raw),
        _ when field.Type.HasFoldedKey() => FoldedText.Key(raw),
        _ => TextCleaning.Line(raw).ToLowerInvariant(),
    };

    private static string Digits(string text) => string.Concat(TextCleaning.Line(text).Where(char.IsAsciiDigit));
}
