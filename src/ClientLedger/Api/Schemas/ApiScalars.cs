using System.Globalization;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Scalars;
using ClientLedger.Storage;

namespace ClientLedger.Api.Schemas;

/// <summary>
/// The scalars of the API. What comes in stays text, as a person would have typed it: the gates read it by the field's own type, so that a wrong value is
/// refused here in the same words as everywhere else.
/// </summary>
internal static class ApiScalars
{
    public const string Long = "Long", Decimal = "Decimal", Date = "Date", DateTime = "DateTime", Value = "Value", Json = "JSON";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScalarDefinition> All { get; } =
    [
        Reading(CommonScalars.Long, takesNumbers: true),
        Reading(CommonScalars.Decimal, takesNumbers: true),
        Reading(CommonScalars.Date, takesNumbers: false),
        Reading(CommonScalars.DateTime, takesNumbers: false, ShownMoment),
        CommonScalars.Json,
        new(Value, "A number, a day or a point in time, given as a number or as a string.", "https://www.rfc-editor.org/rfc/rfc8259", new ScalarCoercion(value => TextOf(Value, value, takesNumbers: true), value => value)),
    ];

    private static ScalarDefinition Reading(ScalarDefinition scalar, bool takesNumbers, Func<object, object>? shown = null) =>
        scalar with { Coercion = new ScalarCoercion(value => TextOf(scalar.Name, value, takesNumbers), value => shown?.Invoke(value) ?? scalar.Coercion.Serialize(value)) };

    /// <summary>A point in time, which the product has in UTC, as the fields of records have it, so that both compare as texts.</summary>
    private static object ShownMoment(object value) => value is DateTime moment ? moment.ToString(StoredJson.MomentFormat, CultureInfo.InvariantCulture) : value;

    private static string TextOf(string scalar, RawValue value, bool takesNumbers) => value.Kind switch
    {
        RawValueKind.String => value.Text!,
        RawValueKind.Int or RawValueKind.Float when takesNumbers => NumberOf(value.Text!),
        _ => throw new GraphQLException($"{scalar} cannot represent value: {value}", ErrorCodes.BadUserInput),
    };

    /// <summary>A number without an exponent, which people don't type.</summary>
    private static string NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;
}
