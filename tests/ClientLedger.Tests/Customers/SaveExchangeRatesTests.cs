using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;

namespace ClientLedger.Tests.Customers;

public sealed class SaveExchangeRatesTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task New_rates_reach_the_totals_of_earlier_orders_and_of_no_other_tenant(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            var owner = gates.Owner(tenant);
            var customer = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme")));
            await gates.DoneAsync(owner, Order(customer, "purchase", "2025-03-05", "USD", "100"));
            await gates.DoneAsync(owner, Order(customer, "return", "2025-03-07", "USD", "10"));
            await gates.DoneAsync(owner, Order(customer, "purchase", "2025-03-08", "CNY", "5"));
            await gates.DoneAsync(owner, Order(customer, "purchase", "2025-02-01", "USD", "1"));
        }

        var wrong = await SaveAsync(gates.Owner(), "USD,2025-03-01,zero");
        var right = await SaveAsync(gates.Owner(), "currency,date,rate\nUSD,2025-03-01,7.1\nUSD,2025-03-06,7.25");
        var others = await SaveAsync(gates.Scope(TestLedger.Acme, TestGates.Ben, [.. gates.Schema.Entities.Select(RightsOf.Full)]), "USD,2025-03-01,9");

        Assert.Single(wrong);
        Assert.Empty(right);
        Assert.Equal("access.ownersOnly", Assert.Single(others).Code.Code);
        var ours = Assert.Single(await StoredLedger.ReadTotalsAsync(gates.Owner()));
        Assert.Equal((715m, 72.5m, 1L), (ours.Amount, ours.Returned, ours.WithoutRate));
        var theirs = Assert.Single(await StoredLedger.ReadTotalsAsync(gates.Owner(TestLedger.Globex)));
        Assert.Equal((5m, 0m, 3L), (theirs.Amount, theirs.Returned, theirs.WithoutRate));
    }

    private static Task<IReadOnlyList<Refusal>> SaveAsync(LedgerScope scope, string rates) =>
        SaveExchangeRates.RunAsync(scope, ExchangeRateList.Read(scope.Settings.BaseCurrency, rates), CancellationToken.None);

    private static ClientLedger.Writing.RecordChange Order(long customer, string kind, string day, string currency, string amount) => WriteGateTests.Create(
        "order", ("customer", customer), ("kind", kind), ("orderedAt", day), ("currency", currency), ("amount", amount));
}
