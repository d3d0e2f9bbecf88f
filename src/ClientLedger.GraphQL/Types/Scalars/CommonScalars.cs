using System.Text.Json;

namespace ClientLedger.GraphQL.Types.Scalars;

/// <summary>The scalars that most schemas want beside the specified ones.</summary>
public static class CommonScalars
{
    /// <summary>A point in time; resolvers get and give <see cref="DateTimeOffset"/>. A <see cref="DateTime"/> without a kind is taken as UTC.</summary>
    public static ScalarDefinition DateTime { get; } = new(
        "DateTime", "A point in time with its offset from UTC, such as `2025-01-31T08:00:00Z`.",
        "https://scalars.graphql.org/andimarek/date-time.html", new ScalarCoercion(value => TimeCoercion.ParseDateTime(value), value => TimeCoercion.SerializeDateTime(value)));

    /// <summary>A day; resolvers get and give <see cref="DateOnly"/>.</summary>
    public static ScalarDefinition Date { get; } = new(
        "Date", "A day of the calendar, such as `2025-01-31`.",
        "https://scalars.graphql.org/andimarek/local-date.html", new ScalarCoercion(value => TimeCoercion.ParseDate(value), value => TimeCoercion.SerializeDate(value)));

    /// <summary>An exact decimal number; resolvers get and give <see cref="decimal"/>.</summary>
    public static ScalarDefinition Decimal { get; } = new(
        "Decimal", "A decimal number that keeps every digit, up to 28 of them. It is given as a number or as a string that holds one.",
        "https://scalars.graphql.org/chillicream/decimal.html", new ScalarCoercion(value => NumberCoercion.ParseDecimal(value), value => NumberCoercion.SerializeDecimal(value)));

    /// <summary>A whole number of 64 bits; resolvers get and give <see cref="long"/>.</summary>
    public static ScalarDefinition Long { get; } = new(
        "Long", "A whole number between -(2^63) and 2^63 - 1. It is given as a number or as a string that holds one.",
        "https://scalars.graphql.org/jakobmerrild/long.html", new ScalarCoercion(value => NumberCoercion.ParseLong(value), value => NumberCoercion.SerializeLong(value)));

    /// <summary>Any JSON; resolvers get strings, Booleans, <see cref="long"/>, <see cref="double"/>, lists and dictionaries, and give these or <see cref="JsonElement"/>.</summary>
    public static ScalarDefinition Json { get; } = new("JSON", "Any value of JSON.", "https://www.rfc-editor.org/rfc/rfc8259", ScalarCoercion.Any);

    /// <summary>A universally unique identifier; resolvers get and give <see cref="Guid"/>.</summary>
    public static ScalarDefinition Uuid { get; } = new(
        "UUID", "A universally unique identifier, such as `018f3f6e-8b5a-7cc4-9d5e-2f6d8a1b3c4d`.",
        "https://www.rfc-editor.org/rfc/rfc9562", new ScalarCoercion(value => UuidCoercion.ParseUuid(value), value => UuidCoercion.SerializeUuid(value)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScalarDefinition> All { get; } = [DateTime, Date, Decimal, Long, Json, Uuid];
}
