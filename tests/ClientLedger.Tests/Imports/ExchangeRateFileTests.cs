using System.Text;
using ClientLedger.Customers;
using ClientLedger.Imports;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Imports;

public sealed class ExchangeRateFileTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_file_is_read_and_saved_for_one_tenant(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var list = Read("date,from,to,rate\n2026-01-01,USD,CNY,7.2\n2026/2/1,JPY,CNY,0.0461\n");

        Assert.Empty(await SaveExchangeRates.RunAsync(scope, list, default));

        var ours = await SettingsOverview.ReadAsync(await tenants.OpenAsync(TwoTenants.Acme), default);
        Assert.Equal([("JPY", 4_610_000L), ("USD", 720_000_000L)], ours.Rates.Select(rate => (rate.Currency, rate.Rate)));
        Assert.Empty((await SettingsOverview.ReadAsync(await tenants.OpenAsync(TwoTenants.Globex), default)).Rates);
    }

    [Theory]
    [InlineData("日期;原币;本位币;汇率\n2026年1月1日;美元;人民币;7.2\n")]
    [InlineData("Rate\tCurrency\tEffective date\n7.2\tusd\t2026-01-01\n")]
    [InlineData("\"To\",\"Exchange rate\",\"From\",\"Date\"\n\"CNY\",\"7.2\",\"USD\",\"2026-01-01\"\n")]
    public void Columns_are_found_by_their_headings(string text)
    {
        var list = Read(text);
        Assert.Empty(list.Refusals.Select(refusal => refusal.In(Language.English)));
        Assert.Equal(1, list.Count);
    }

    [Fact]
    public void Every_wrong_row_is_told_with_its_line()
    {
        var list = Read("date,from,to,rate\n2026-01-01,USD,CNY,7.2\n2026-01-01,USD,EUR,0.9\n2026-01-01,CNY,CNY,1\nsoon,USD,CNY,7\n2026-01-02,Taler,CNY,7\n2026-01-02,USD,CNY,-7\n2026-01-01,USD,CNY,7.3\n");

        Assert.Equal(
            ["settings.rateToOther", "settings.rateOfBase", "settings.rateDate", "settings.rateCurrency", "settings.rateValue", "settings.rateTwice"],
            list.Refusals.Select(refusal => refusal.Code.Code));
        Assert.StartsWith("Line 3 tells what one USD is worth in EUR", list.Refusals[0].In(Language.English), StringComparison.Ordinal);
        Assert.All(list.Refusals.Zip(Enumerable.Range(3, 6)), each => Assert.Contains($"{each.Second} 行", each.First.In(Language.Chinese), StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_the_columns_is_refused_with_those_that_it_has()
    {
        var refused = Assert.Throws<RefusedException>(() => Read("name,city\nAcme,Bonn\n"));
        Assert.Equal("rates.columnMissing", refused.Refusal.Code.Code);
        Assert.Contains("name, city", refused.Refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    private static ExchangeRateList Read(string text) => ExchangeRateFile.Read("CNY", new MemoryStream(Encoding.UTF8.GetBytes(text)), "rates.csv");
}
