using System.Globalization;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types;

/// <summary>The scalars that every schema knows (3.5.1 to 3.5.5).</summary>
internal static class SpecifiedScalars
{
    public static ScalarType Int { get; } = new(
        "Int",
        "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.")
    {
        Coercion = new ScalarCoercion(value => ParseInt(value), SerializeInt),
    };

    public static ScalarType Float { get; } = new(
        "Float",
        "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).")
    {
        Coercion = new ScalarCoercion(value => ParseFloat(value), SerializeFloat),
    };

    public static ScalarType String { get; } = new(
        "String",
        "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.")
    {
        Coercion = new ScalarCoercion(value => ParseString(value), SerializeString),
    };

    public static ScalarType Boolean { get; } = new("Boolean", "The `Boolean` scalar type represents `true` or `false`.")
    {
        Coercion = new ScalarCoercion(value => ParseBoolean(value), SerializeBoolean),
    };

    public static ScalarType Id { get; } = new(
        "ID",
        "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.")
    {
        Coercion = new ScalarCoercion(value => ParseId(value), SerializeId),
    };

    public static MemberCollection<ScalarType> All { get; } = new([String, Int, Float, Boolean, Id]);

    private static int ParseInt(RawValue value)
    {
        if (value.IsLiteral ? value.Kind != RawValueKind.Int : value.Number is not { } number || !double.IsInteger(number))
        {
            throw Refused($"Int cannot represent non-integer value: {value}");
        }

        return value.Number is { } whole and >= int.MinValue and <= int.MaxValue
            ? (int)whole
            : throw Refused($"Int cannot represent non 32-bit signed integer value: {(value.IsLiteral ? value.Text : value.ToString())}");
    }

    private static object SerializeInt(object value) => ScalarOutput.Plain(value) switch
    {
        int => value,
        bool boolean => boolean ? 1 : 0,
        long number => IntOf(number, number),
        double number => IntOf(number, number),
        decimal number => IntOf((double)number, number),
        string text => IntOf(ScalarOutput.NumberIn(text), text),
        var other => throw Refused($"Int cannot represent non-integer value: {Inspection.Show(other)}"),
    };

    private static int IntOf(double number, object shown) =>
        !double.IsInteger(number) ? throw Refused($"Int cannot represent non-integer value: {Inspection.Show(shown)}")
        : number is < int.MinValue or > int.MaxValue ? throw Refused($"Int cannot represent non 32-bit signed integer value: {Inspection.Show(shown)}")
        : (int)number;

    private static double ParseFloat(RawValue value) =>
        value.Number is { } number && (value.IsLiteral || double.IsFinite(number)) ? number : throw Refused($"Float cannot represent non numeric value: {value}");

    private static object SerializeFloat(object value) => ScalarOutput.Plain(value) switch
    {
        double number when double.IsFinite(number) => value is double ? value : number,
        int or long or decimal => value,
        bool boolean => boolean ? 1 : 0,
        string text when ScalarOutput.NumberIn(text) is var number && double.IsFinite(number) => number,
        var other => throw Refused($"Float cannot represent non numeric value: {Inspection.Show(other)}"),
    };

    private static string ParseString(RawValue value) =>
        value.Kind == RawValueKind.String ? value.Text! : throw Refused($"String cannot represent a non string value: {value}");

    private static object SerializeString(object value) => ScalarOutput.Plain(value) switch
    {
        string => value,
        bool boolean => boolean ? "true" : "false",
        double number when double.IsFinite(number) => Inspection.Show(number),
        (int or long or decimal or Guid or Enum) and var plain => Convert.ToString(plain, CultureInfo.InvariantCulture)!,
        _ => throw Refused($"String cannot represent value: {Inspection.Show(value)}"),
    };

    private static bool ParseBoolean(RawValue value) =>
        value.Boolean ?? throw Refused($"Boolean cannot represent a non boolean value: {value}");

    private static object SerializeBoolean(object value) => ScalarOutput.Plain(value) switch
    {
        bool => value,
        int number => number != 0,
        long number => number != 0,
        decimal number => number != 0,
        double number when double.IsFinite(number) => number != 0,
        var other => throw Refused($"Boolean cannot represent a non boolean value: {Inspection.Show(other)}"),
    };

    private static string ParseId(RawValue value) => value.Kind switch
    {
        RawValueKind.String => value.Text!,
        RawValueKind.Int when value.IsLiteral => value.Text!,
        RawValueKind.Int or RawValueKind.Float when !value.IsLiteral && double.IsInteger(value.Number!.Value) => Inspection.Show(value.Number.Value),
        _ => throw Refused(value.IsLiteral ? $"ID cannot represent a non-string and non-integer value: {value}" : $"ID cannot represent value: {value}"),
    };

    private static object SerializeId(object value) => ScalarOutput.Plain(value) switch
    {
        string => value,
        (int or long or Guid) and var plain => Convert.ToString(plain, CultureInfo.InvariantCulture)!,
        double number when double.IsInteger(number) => Inspection.Show(number),
        decimal number when decimal.IsInteger(number) => Inspection.Show((double)number),
        _ => throw Refused($"ID cannot represent value: {Inspection.Show(value)}"),
    };

    private static GraphQLException Refused(string message) => new(message, ErrorCodes.BadUserInput);
}
