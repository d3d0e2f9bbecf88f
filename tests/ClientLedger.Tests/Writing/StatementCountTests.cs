using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>The gate works set-wise: how much it asks the database depends neither on the number of rows nor on what the ledger holds already.</summary>
public sealed class StatementCountTests
{
    [Fact]
    public async Task Statements_of_a_batch_grow_neither_with_a_customers_history_nor_with_the_batch()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Postgres);
        var owner = gates.Owner();
        var customer = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));
        await ApplyAsync(1, 1);

        var early = await StatementCount.OfAsync(() => ApplyAsync(2, 10));
        await ApplyAsync(100, 300);
        var late = await StatementCount.OfAsync(() => ApplyAsync(500, 10));
        var large = await StatementCount.OfAsync(() => ApplyAsync(600, 100));

        Assert.True(early > 5, "The client's spans weren't heard.");
        Assert.Equal(early, late);
        Assert.Equal(early, large);

        async Task ApplyAsync(int first, int count)
        {
            var lines = Enumerable.Range(first, count).SelectMany(number => new[]
            {
                WriteGateTests.Create("order", ("number", $"O{number}"), ("customer", customer), ("orderedAt", "2025-03-01"), ("currency", "CNY")) with { Label = $"O{number}" },
                WriteGateTests.Create("orderLine", ("order", new RecordReference.ByLabel($"O{number}")), ("quantity", number), ("unitPrice", "2")),
            });
            var result = await gates.ApplyAsync(owner, [.. lines]);
            Assert.Empty(result.Rows.SelectMany(row => row.Refusals));
        }
    }
}
