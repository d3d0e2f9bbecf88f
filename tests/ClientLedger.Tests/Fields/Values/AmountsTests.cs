using System.Globalization;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields.Values;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("3万", "30000", null)]
    [InlineData("1.2亿", "120000000", null)]
    [InlineData("3千", "3000", null)]
    [InlineData("5百万", "5000000", null)]
    [InlineData("2千万元", "20000000", "CNY")]
    [InlineData("1.23456万", "12345.6", null)]
    [InlineData("￥30,000.00", "30000", "CNY")]
    [InlineData("¥300", "300", "CNY")]
    [InlineData("RMB 300", "300", "CNY")]
    [InlineData("rmb300", "300", "CNY")]
    [InlineData("CNY ¥300", "300", "CNY")]
    [InlineData("300元", "300", "CNY")]
    [InlineData("300元整", "300", "CNY")]
    [InlineData("300元人民币", "300", "CNY")]
    [InlineData("人民币300元", "300", "CNY")]
    [InlineData("3 万元", "30000", "CNY")]
    [InlineData("3万美元", "30000", "USD")]
    [InlineData("500欧元", "500", "EUR")]
    [InlineData("USD 12.5", "12.5", "USD")]
    [InlineData("12.5 usd", "12.5", "USD")]
    [InlineData("US$12.50", "12.5", "USD")]
    [InlineData("$12.50", "12.5", null)]
    [InlineData("$12.50 USD", "12.5", "USD")]
    [InlineData("HK$1,000", "1000", "HKD")]
    [InlineData("€1.234,56", "1234.56", "EUR")]
    [InlineData("1 234,56 €", "1234.56", "EUR")]
    [InlineData("1\u00A0234,56", "1234.56", null)]
    [InlineData("CHF 1'234.50", "1234.5", "CHF")]
    [InlineData("(1,234.50)", "-1234.5", null)]
    [InlineData("USD (1,234.50)", "-1234.5", "USD")]
    [InlineData("-5", "-5", null)]
    [InlineData("−5", "-5", null)]
    [InlineData("-￥300", "-300", "CNY")]
    [InlineData("￥-300", "-300", "CNY")]
    [InlineData("+5", "5", null)]
    [InlineData("１２３", "123", null)]
    [InlineData("1,234", "1234", null)]
    [InlineData("1,234,567.8901", "1234567.8901", null)]
    [InlineData("1.234.567", "1234567", null)]
    [InlineData("1.234", "1.234", null)]
    [InlineData("1 234", "1234", null)]
    [InlineData("0.5", "0.5", null)]
    [InlineData(".5", "0.5", null)]
    [InlineData("5.", "5", null)]
    [InlineData("007", "7", null)]
    [InlineData("1.500000", "1.5", null)]
    [InlineData("922337203685477.5807", "922337203685477.5807", null)]
    [InlineData("-922,337,203,685,477.5807", "-922337203685477.5807", null)]
    public void Reads_amounts(string text, string value, string? currency)
    {
        Assert.True(Amounts.TryParse(text, out var amount, out var read, out var refusal), refusal?.In(Language.English));
        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), currency), (amount, read));
    }

    [Theory]
    [InlineData("", "amount.unreadable")]
    [InlineData("面议", "amount.unreadable")]
    [InlineData("约300", "amount.unreadable")]
    [InlineData("3万5千", "amount.unreadable")]
    [InlineData("3亿万", "amount.unreadable")]
    [InlineData("5-", "amount.unreadable")]
    [InlineData("--5", "amount.unreadable")]
    [InlineData("(-5)", "amount.unreadable")]
    [InlineData("(5", "amount.unreadable")]
    [InlineData("1.2E+05", "amount.unreadable")]
    [InlineData("300-500", "amount.unreadable")]
    [InlineData("12%", "amount.unreadable")]
    [InlineData("XYZ 300", "amount.unknownCurrency")]
    [InlineData("RMB.500", "amount.unreadable")]
    [InlineData("US$300元", "amount.twoCurrencies")]
    [InlineData("EUR 5 USD", "amount.twoCurrencies")]
    [InlineData("30,00", "number.ambiguous")]
    [InlineData("4,25", "number.ambiguous")]
    [InlineData("0,123", "number.ambiguous")]
    [InlineData("1,2345", "number.ambiguous")]
    [InlineData("1,00,000", "number.ambiguous")]
    [InlineData("12,34.5", "number.ambiguous")]
    [InlineData("1,234.567.890", "number.ambiguous")]
    [InlineData("1.23.4", "number.ambiguous")]
    [InlineData("1 23", "number.ambiguous")]
    [InlineData("1,234 567", "number.ambiguous")]
    [InlineData("1.23456", "number.tooPrecise")]
    [InlineData("0.00001", "number.tooPrecise")]
    [InlineData("0.00000000000000000000000000000000001", "number.tooPrecise")]
    [InlineData("922337203685477.5808", "number.outOfRange")]
    [InlineData("99999999999999999999999999999999999", "number.outOfRange")]
    [InlineData("9999999亿亿", "amount.unreadable")]
    [InlineData("99999999亿", "number.outOfRange")]
    public void Refuses_what_is_no_clear_amount_and_says_why(string text, string code)
    {
        Assert.False(Amounts.TryParse(text, out _, out _, out var refusal));
        Assert.Equal("value." + code, refusal.Code.Code);
        Assert.DoesNotContain("{", refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_back_every_amount_in_either_custom()
    {
        var random = new Random(12);
        var german = new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
        for (var round = 0; round < 5000; round++)
        {
            var value = random.NextInt64(-9_000_000_000_000, 9_000_000_000_000) / 10_000m;
            foreach (var text in (string[])[value.ToString(CultureInfo.InvariantCulture), value.ToString("#,##0.0000", CultureInfo.InvariantCulture), "¥" + value.ToString("0.0000", CultureInfo.InvariantCulture)])
            {
                Assert.True(Amounts.TryParse(text, out var read, out _, out _), text);
                Assert.Equal(value, read);
            }

            if (Math.Abs(value) >= 1000)
            {
                Assert.True(Amounts.TryParse(value.ToString("#,##0.00##", german), out var read, out _, out _));
                Assert.Equal(value, read);
            }
        }
    }

    [Fact]
    public void Never_fails_on_random_text()
    {
        var random = new Random(5);
        const string signs = "0123456789.,' -+()¥$€万亿千百元RMBUSD%\0";
        for (var round = 0; round < 30_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => signs[random.Next(random.Next(3) == 0 ? signs.Length : 12)]));
            var accepted = Amounts.TryParse(text, out var value, out _, out var refusal);
            Assert.NotEqual(accepted, refusal is not null);
            Assert.True(Math.Abs(value) <= Numbers.Most && decimal.Round(value, 4) == value);
        }
    }
}
