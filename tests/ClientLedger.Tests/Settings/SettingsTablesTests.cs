using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Settings;

public sealed class SettingsTablesTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Rates_are_imported_over_those_of_the_same_day_for_one_tenant(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        await ImportAsync(tenants, "USD,2026-01-01,7.2\nJPY,2026-01-01,0.0461\n");
        await ImportAsync(tenants, "currency,date,rate\r\nUSD;2026-01-01;7.25\r\n\r\nUSD\t2026-02-01\t7.12345678\r\n");

        await using var acme = tenants.Ledger.CreateContext(1);
        var rates = await ExchangeRates.LoadAsync(acme, "CNY", ["USD", "JPY"], new DateOnly(2026, 1, 31), default);
        var later = await ExchangeRates.LoadAsync(acme, "CNY", ["USD"], new DateOnly(2026, 2, 1), default);
        await using var globex = tenants.Ledger.CreateContext(2);

        Assert.Equal(725_000_000, rates.RateOn("USD", new DateOnly(2026, 1, 31)));
        Assert.Equal(4_610_000, rates.RateOn("JPY", new DateOnly(2026, 1, 31)));
        Assert.Equal(712_345_678, later.RateOn("USD", new DateOnly(2026, 3, 1)));
        Assert.Equal(0, await globex.Set<ExchangeRate>().CountAsync());
    }

    [Fact]
    public async Task One_wrong_line_refuses_all_rates_and_every_wrong_line_is_told()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        await using var context = tenants.Ledger.CreateContext(1);
        const string text = "USD,2026-01-01,7.2\nUSD,2026-01-01,7.3\nXXQ,2026-01-02,7\nUSD,01/02/2026,7\nUSD,2026-01-03,0\nUSD,2026-01-03,7.123456789\nCNY,2026-01-03,1\nUSD,2026-01-04,1e3\nUSD 7";

        var list = ExchangeRateList.Read("CNY", text);

        Assert.Equal(
            ["settings.rateTwice", "settings.rateCurrency", "settings.rateDate", "settings.rateValue", "settings.rateValue", "settings.rateOfBase", "settings.rateValue", "settings.rateLine"],
            list.Refusals.Select(refusal => refusal.Code.Code));
        Assert.Contains("01/02/2026", list.Refusals[2].In(ClientLedger.Messages.Language.Chinese), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ClientLedger.Messages.RefusedException>(() => list.SaveAsync(context, default));
        Assert.Equal(0, await context.Set<ExchangeRate>().CountAsync());
    }

    [Fact]
    public void Currencies_and_days_are_read_as_people_write_them()
    {
        var list = ExchangeRateList.Read("CNY", "usd,2026/3/1,7.1\n欧元,2026年3月1日,7.8");
        Assert.Empty(list.Refusals);
        Assert.Equal(2, list.Count);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Numbers_are_taken_once_for_each_tenant(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeAsync(tenants, 1, 3, commit: true))));
        await TakeAsync(tenants, 1, 5, commit: false);

        Assert.Equal(30, taken.SelectMany(numbers => numbers).Distinct().Count());
        Assert.Equal(["C-000031"], await TakeAsync(tenants, 1, 1, commit: true));
        Assert.Equal(["C-000001", "C-000002"], await TakeAsync(tenants, 2, 2, commit: true));
    }

    private static async Task ImportAsync(TwoTenants tenants, string text)
    {
        await using var context = tenants.Ledger.CreateContext(1);
        await ExchangeRateList.Read("CNY", text).SaveAsync(context, default);
    }

    private static async Task<IReadOnlyList<string>> TakeAsync(TwoTenants tenants, int tenantId, int count, bool commit)
    {
        await using var transaction = await tenants.Ledger.BeginAsync(tenantId, default);
        await using var context = tenants.Ledger.CreateContext(transaction);
        var numbers = await NumberSequence.TakeAsync(context, "customer", count, default);
        if (commit)
        {
            await transaction.CommitAsync(default);
        }

        return numbers;
    }
}
