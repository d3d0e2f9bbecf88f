using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Scalars;

namespace ClientLedger.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("2025-01-31T08:00:00Z", "2025-01-31T08:00:00.0000000+00:00")]
    [InlineData("2025-01-31T08:00:00.123+08:00", "2025-01-31T08:00:00.1230000+08:00")]
    [InlineData("2024-02-29T23:59:59.1234567-11:30", "2024-02-29T23:59:59.1234567-11:30")]
    public void A_point_in_time_keeps_its_offset(string text, string value) =>
        Assert.Equal(value, Assert.IsType<DateTimeOffset>(Parse(CommonScalars.DateTime, $"\"{text}\"")).ToString("o"));

    [Theory]
    [InlineData("DateTime", "\"2025-01-31T08:00:00\"")]
    [InlineData("DateTime", "\"2025-01-31 08:00:00Z\"")]
    [InlineData("DateTime", "\"2025-02-30T08:00:00Z\"")]
    [InlineData("DateTime", "\"2025-01-31T08:00:60Z\"")]
    [InlineData("DateTime", "\"2025-01-31T08:00:00.12345678Z\"")]
    [InlineData("DateTime", "\"2025-01-31\"")]
    [InlineData("DateTime", "1738310400")]
    [InlineData("Date", "\"2025-1-31\"")]
    [InlineData("Date", "\"2025-02-29\"")]
    [InlineData("Date", "\"31.01.2025\"")]
    [InlineData("Date", "20250131")]
    [InlineData("Decimal", "\"1,5\"")]
    [InlineData("Decimal", "\" 1\"")]
    [InlineData("Decimal", "true")]
    [InlineData("Decimal", "12345678901234567890123456789")]
    [InlineData("Decimal", "0.00000000000000000000000000001")]
    [InlineData("Decimal", "1e30")]
    [InlineData("Decimal", "1.25e-28")]
    [InlineData("Long", "9223372036854775808")]
    [InlineData("Long", "1.0")]
    [InlineData("Long", "\"1e3\"")]
    [InlineData("UUID", "\"018f3f6e8b5a7cc49d5e2f6d8a1b3c4d\"")]
    [InlineData("UUID", "\"{018f3f6e-8b5a-7cc4-9d5e-2f6d8a1b3c4d}\"")]
    [InlineData("UUID", "5")]
    public void What_does_not_fit_is_refused_with_its_value_and_what_is_taken(string scalar, string literal)
    {
        var refusal = Assert.Throws<GraphQLException>(() => Parse(CommonScalars.All.Single(known => known.Name == scalar), literal));
        Assert.StartsWith($"{scalar} cannot represent value: {literal}. It takes ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.BadUserInput, refusal.Errors[0].Code);
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("-0.0001", "-0.0001")]
    [InlineData("1.5e3", "1500")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("0", "0")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    public void A_decimal_keeps_its_digits(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<decimal>(Parse(CommonScalars.Decimal, literal)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Days_long_numbers_and_identifiers_become_what_they_are()
    {
        Assert.Equal(new DateOnly(2025, 1, 31), Parse(CommonScalars.Date, "\"2025-01-31\""));
        Assert.Equal(long.MinValue, Parse(CommonScalars.Long, "-9223372036854775808"));
        Assert.Equal(long.MaxValue, Parse(CommonScalars.Long, "\"9223372036854775807\""));
        Assert.Equal(Guid.Parse("018f3f6e-8b5a-7cc4-9d5e-2f6d8a1b3c4d"), Parse(CommonScalars.Uuid, "\"018f3f6e-8b5a-7cc4-9d5e-2f6d8a1b3c4d\""));
        Assert.Equal(1L, Assert.IsType<Dictionary<string, object?>>(Parse(CommonScalars.Json, "{ a: 1 }"))["a"]);
    }

    [Fact]
    public void What_resolvers_give_becomes_the_scalar_or_is_refused()
    {
        Assert.Equal(new DateTimeOffset(2025, 1, 31, 8, 0, 0, TimeSpan.Zero), Serialize(CommonScalars.DateTime, new DateTime(2025, 1, 31, 8, 0, 0, DateTimeKind.Unspecified)));
        Assert.Equal(new DateOnly(2025, 1, 31), Serialize(CommonScalars.Date, new DateTime(2025, 1, 31, 8, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(1.5m, Serialize(CommonScalars.Decimal, 1.5));
        Assert.Equal(7m, Serialize(CommonScalars.Decimal, 7));
        Assert.Equal(7L, Serialize(CommonScalars.Long, 7));
        Assert.Equal("Long cannot represent value: 1.5", Assert.Throws<GraphQLException>(() => Serialize(CommonScalars.Long, 1.5m)).Message);
        Assert.Equal("Date cannot represent value: \"x\"", Assert.Throws<GraphQLException>(() => Serialize(CommonScalars.Date, "x")).Message);
        Assert.Equal("UUID cannot represent value: 5", Assert.Throws<GraphQLException>(() => Serialize(CommonScalars.Uuid, 5)).Message);
    }

    [Fact]
    public void Each_is_specified_somewhere()
    {
        var schema = CommonScalars.All.Aggregate(new SchemaBuilder().Sdl("type Query { a: Int }"), (builder, scalar) => builder.AddScalar(scalar)).Build();
        Assert.All(CommonScalars.All, scalar => Assert.StartsWith("https://", schema.SpecifiedByUrlOf((ScalarType)schema.TypeNamed(scalar.Name)!)!, StringComparison.Ordinal));
        Assert.Contains("scalar Long @specifiedBy(url: \"https://scalars.graphql.org/jakobmerrild/long.html\")", schema.ToSdl(), StringComparison.Ordinal);
    }

    private static object? Parse(ScalarDefinition scalar, string literal) => scalar.Coercion.Parse(new RawValue(Parser.ParseConstValue(literal)));

    private static object? Serialize(ScalarDefinition scalar, object value) => scalar.Coercion.Serialize(value);
}
