using ClientLedger.Customers;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Customers;

/// <summary>Totals at the end of what 64 bits of ten-thousandths hold: the row that goes too far is refused, and nothing is half done.</summary>
public sealed class LargeTotalsTests
{
    private const decimal Most = TenThousandths.Most;

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_order_that_is_too_large_in_the_base_currency_is_refused_at_its_row(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.Empty(await world.SaveRatesAsync("USD,2025-01-01,7"));

        var refused = await world.ApplyAsync(allOrNothing: true, world.Order("USD", 900_000_000_000_000m), world.Order("CNY", 5m));
        var rows = await world.ApplyAsync(allOrNothing: false, world.Order("USD", 900_000_000_000_000m), world.Order("CNY", 5m));

        Assert.False(refused.Applied);
        Assert.Equal([Outcome.Refused, Outcome.Created], rows.Rows.Select(row => row.Outcome));
        foreach (var row in new[] { refused.Rows[0], rows.Rows[0] })
        {
            var refusal = Assert.Single(row.Refusals);
            Assert.Equal(("customer.totalTooLarge", "amount"), (refusal.Code.Code, refusal.Field));
            Assert.Contains("922337203685477.5807", refusal.In(Language.English), StringComparison.Ordinal);
            Assert.Contains("CNY", refusal.In(Language.Chinese), StringComparison.Ordinal);
        }

        Assert.Equal((1, 5m), await world.TotalsAsync());
    }

    /// <summary>What is taken away counts too: a sum may pass the end on its way.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_sum_is_refused_from_the_row_on_that_it_cant_hold(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var rows = await world.ApplyAsync(allOrNothing: false, world.Order("CNY", Most), world.Order("CNY", 0.0001m), world.Order("CNY", 0m));
        Assert.Equal([Outcome.Created, Outcome.Refused, Outcome.Created], rows.Rows.Select(row => row.Outcome));
        Assert.Equal((2, Most), await world.TotalsAsync());

        var moved = await world.ApplyAsync(
            allOrNothing: true,
            world.Order("CNY", 1m),
            WriteGateTests.Update("order", rows.Rows[0].Id!.Value, null, ("amount", Most - 1m)));
        Assert.True(moved.Applied);
        Assert.Equal((3, Most), await world.TotalsAsync());
    }

    /// <summary>The order is summed up from its lines: those are the rows that are to blame.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_line_that_makes_its_order_too_large_for_the_customer_is_refused(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var made = await world.ApplyAsync(allOrNothing: true, world.Order("CNY", Most - 10m), world.Order("CNY", 0m));

        var rows = await world.ApplyAsync(allOrNothing: false, Line(made.Rows[1].Id!.Value, "L1", 11m), WriteGateTests.Create("customer", ("name", "Good")));

        Assert.Equal([Outcome.Refused, Outcome.Created], rows.Rows.Select(row => row.Outcome));
        Assert.Equal("customer.totalTooLarge", Assert.Single(rows.Rows[0].Refusals).Code.Code);
        Assert.Equal((2, Most - 10m), await world.TotalsAsync());
        Assert.True((await world.ApplyAsync(allOrNothing: true, Line(made.Rows[1].Id!.Value, "L1", 10m))).Applied);
        Assert.Equal((2, Most), await world.TotalsAsync());
    }

    /// <summary>What an order's lines add up to follows from them, whatever becomes of a row that names the order.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_order_follows_its_lines_also_when_its_own_row_is_refused(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var made = await world.ApplyAsync(allOrNothing: true, world.Order("CNY", 3m, "O-1"), world.Order("CNY", 4m, "O-2"));
        var order = made.Rows[0].Id!.Value;

        var rows = await world.ApplyAsync(allOrNothing: false, WriteGateTests.Update("order", order, null, ("number", "O-2"), ("remarks", "taken")), Line(order, "L1", 8m));

        Assert.Equal([Outcome.Refused, Outcome.Created], rows.Rows.Select(row => row.Outcome));
        var stored = await TestGates.StoredAsync(world.Gates.Owner(), "order", order);
        Assert.Equal((8m, "O-1", null), (stored!["amount"], stored["number"], stored["remarks"]));
        Assert.Equal((2, 12m), await world.TotalsAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Rates_that_make_a_customers_orders_too_large_are_refused_and_not_saved(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.Empty(await world.SaveRatesAsync("USD,2025-01-01,7"));
        Assert.True((await world.ApplyAsync(allOrNothing: true, world.Order("USD", 100_000_000_000_000m))).Applied);

        var refusal = Assert.Single(await world.SaveRatesAsync("USD,2025-01-01,10"));

        Assert.Equal("customer.ratesTooLarge", refusal.Code.Code);
        Assert.Contains("cus_", refusal.In(Language.English), StringComparison.Ordinal);
        Assert.Equal((1, 700_000_000_000_000m), await world.TotalsAsync());
        Assert.True((await world.ApplyAsync(allOrNothing: true, world.Order("USD", 1m))).Applied);
        Assert.Equal((2, 700_000_000_000_007m), await world.TotalsAsync());
    }

    private static RecordChange Line(long order, string number, decimal price) =>
        WriteGateTests.Create("orderLine", ("number", number), ("order", order), ("quantity", 1m), ("unitPrice", price));

    /// <summary>A customer in each of two tenants.</summary>
    private sealed class World : IAsyncDisposable
    {
        private long customer;

        private World(TestGates gates) => Gates = gates;

        public TestGates Gates { get; }

        public static async Task<World> CreateAsync(Provider provider)
        {
            var world = new World(await TestGates.CreateAsync(provider));
            await world.Gates.DoneAsync(world.Gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));
            world.customer = await world.Gates.DoneAsync(world.Gates.Owner(), WriteGateTests.Create("customer", ("name", "Acme")));
            return world;
        }

        public RecordChange Order(string currency, decimal amount, string? number = null) => WriteGateTests.Create(
            "order", ("number", number), ("customer", customer), ("orderedAt", "2025-03-05"), ("currency", currency), ("amount", amount));

        public Task<ChangeResult> ApplyAsync(bool allOrNothing, params RecordChange[] changes) =>
            Gates.Writing.ApplyAsync(Gates.Owner(), new ChangeSet(Door.Import, changes) { AllOrNothing = allOrNothing }, CancellationToken.None);

        public Task<IReadOnlyList<Refusal>> SaveRatesAsync(string rates) => SaveExchangeRates.RunAsync(Gates.Owner(), ExchangeRateList.Read("CNY", rates), CancellationToken.None);

        public async Task<(long Orders, decimal Amount)> TotalsAsync()
        {
            var totals = (await StoredLedger.ReadTotalsAsync(Gates.Owner())).Single(row => row.Customer == customer);
            return (totals.Orders, totals.Amount);
        }

        public ValueTask DisposeAsync() => Gates.DisposeAsync();
    }
}
