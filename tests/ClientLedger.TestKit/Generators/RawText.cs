using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Shared;

namespace ClientLedger.TestKit.Generators;

/// <summary>Canonical values written as a person or a client would.</summary>
public static class RawText
{
    /// <summary>A text that means the value; of several values, each element on its own.</summary>
    public static string Of(LedgerSchema schema, EntityDescriptor entity, FieldDescriptor field, object value)
    {
        return (field.Type, value) switch
        {
            (FieldType.Reference, long id) => RecordIds.Format(field.Target is null ? entity.IdPrefix : schema[field.Target].IdPrefix, id),
            (FieldType.Person, long id) => RecordIds.Format(RecordIds.Account, id),
            (_, bool yes) => yes ? "true" : "false",
            (_, DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (_, DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            (_, IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
            (_, string text) => text,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not one canonical value."),
        };
    }
}
