using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientLedger.GraphQL.Execution.Json;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>The shorter ways of writing texts and numbers write what the longer ones do.</summary>
public sealed class JsonOutputTests
{
    public static TheoryData<double> Numbers() =>
    [
        0, -0.0, 0.001, 0.0001, 0.1, 0.125, 0.3, 0.1 + 0.2, -1.5, 1.005, 2.675, 100_000, 1e14, 1e15, 1e21, 999_999_999_999.999, 123_456_789_012.345, 1_000_000_000_000.001, double.Epsilon, double.MaxValue,
        double.MinValue, 1 / 3.0,
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_written_with_the_fewest_digits_that_tell_it(double number) => Assert.Equal(Shortest(number), Written(output => output.WriteNumber(number)));

    [Fact]
    public void Numbers_with_few_decimals_are_written_like_all_others()
    {
        var random = new Random(1);
        for (var round = 0; round < 100_000; round++)
        {
            var number = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 16)), random.Next(0, 6));
            Assert.Equal(Shortest(number), Written(output => output.WriteNumber(number)));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_JSON_cannot_say_is_null(double number) => Assert.Equal("null", Written(output => output.WriteNumber(number)));

    [Fact]
    public void Texts_of_any_length_are_escaped_wherever_they_need_it()
    {
        foreach (var character in "a\"\\\n\t\0\u001F \u007F\u0080é客\uD83D")
        {
            for (var length = 0; length < 40; length++)
            {
                for (var at = 0; at < length; at++)
                {
                    var text = string.Create(length, (at, character), static (span, state) =>
                    {
                        span.Fill('x');
                        span[state.at] = state.character;
                    });
                    var written = Written(output => output.WriteString(text));
                    Assert.Equal(text, char.IsSurrogate(character) ? Unescape(written) : JsonDocument.Parse(written).RootElement.GetString());
                }
            }
        }

        Assert.Equal("\"\"", Written(output => output.WriteString("")));
        Assert.Equal("\"\uD83D\uDE00\"", Written(output => output.WriteString("\uD83D\uDE00")));
    }

    private static string Shortest(double number) => (number == 0 ? 0 : number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Half of a surrogate pair, which no reader of JSON takes.</summary>
    private static string Unescape(string written) => written[1..^1].Replace("\\ud83d", "\uD83D", StringComparison.Ordinal);

    private static string Written(Action<PooledBuffer> write)
    {
        using var output = new PooledBuffer(1_000_000);
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
