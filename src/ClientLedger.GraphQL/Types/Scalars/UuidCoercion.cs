using System.Text.Json;

namespace ClientLedger.GraphQL.Types.Scalars;

/// <summary>Universally unique identifiers, as RFC 9562 writes them.</summary>
internal static class UuidCoercion
{
    public static Guid ParseUuid(RawValue value) =>
        value.Kind == RawValueKind.String && Guid.TryParseExact(value.Text, "D", out var id)
            ? id
            : throw ScalarRefusal.Input("UUID", value, "32 hexadecimal digits in groups of 8, 4, 4, 4 and 12");

    public static Guid SerializeUuid(object value) => value switch
    {
        Guid id => id,
        string text when Guid.TryParseExact(text, "D", out var id) => id,
        JsonElement { ValueKind: JsonValueKind.String } json when Guid.TryParseExact(json.GetString(), "D", out var id) => id,
        _ => throw ScalarRefusal.Output("UUID", value),
    };
}
