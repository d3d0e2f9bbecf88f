using System.Globalization;
using ClientLedger.Fields.Values;

namespace ClientLedger.Tests.Fields.Values;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("12", false, "12")]
    [InlineData("1,234.5", false, "1234.5")]
    [InlineData("-0.25", false, "-0.25")]
    [InlineData("3万", false, "30000")]
    [InlineData("12%", true, "0.12")]
    [InlineData("-12.5%", true, "-0.125")]
    [InlineData("12.34％", true, "0.1234")]
    [InlineData("12", true, "12")]
    public void Reads_decimals(string text, bool percent, string value)
    {
        Assert.True(Numbers.TryParse(text, out var read, out _, percent));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("", false, "unreadable")]
    [InlineData("12%", false, "unreadable")]
    [InlineData("12.345%", true, "tooPrecise")]
    [InlineData("¥12", false, "unreadable")]
    [InlineData("abc", false, "unreadable")]
    [InlineData("1,5", false, "ambiguous")]
    [InlineData("0.12345", false, "tooPrecise")]
    [InlineData("1000000000000000", false, "outOfRange")]
    public void Refuses_other_decimals(string text, bool percent, string code)
    {
        Assert.False(Numbers.TryParse(text, out _, out var refusal, percent));
        Assert.Equal("value.number." + code, refusal.Code.Code);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-17", -17)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("３００", 300)]
    [InlineData("12.0", 12)]
    [InlineData("1.5万", 15000)]
    [InlineData("999999999999999", 999999999999999)]
    public void Reads_whole_numbers(string text, long value)
    {
        Assert.True(Numbers.TryParseInteger(text, out var read, out _));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("12.5", "notWhole")]
    [InlineData("12人", "unreadable")]
    [InlineData("", "unreadable")]
    [InlineData("1e5", "unreadable")]
    [InlineData("99999999999999999999", "outOfRange")]
    public void Refuses_other_whole_numbers(string text, string code)
    {
        Assert.False(Numbers.TryParseInteger(text, out _, out var refusal));
        Assert.Equal("value.number." + code, refusal.Code.Code);
    }
}
