using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Oracle;

public sealed class LedgerHashTests
{
    [Fact]
    public void Ids_and_numbers_in_the_log_do_not_matter()
    {
        var (one, other) = (new PlainCase(), new PlainCase());
        other.AddTo(PlainCase.Other, "customer", ("name", "Somebody else's"));

        Fill(one);
        Fill(other);

        Assert.Equal(LedgerHash.Of(one.Sight(one.Owner)), LedgerHash.Of(other.Sight(other.Owner)));
    }

    [Fact]
    public void A_value_a_relation_a_total_or_an_entry_does()
    {
        var (one, other) = (new PlainCase(), new PlainCase());
        Fill(one);
        var order = Fill(other);
        var before = LedgerHash.Of(one.Sight(one.Owner));

        order.Values["customer"] = other.Ledger.Records.Single(record => record["number"] is "C-2").Id;
        Assert.NotEqual(before.Records, LedgerHash.Of(other.Sight(other.Owner)).Records);
        Assert.Equal(before.Log, LedgerHash.Of(other.Sight(other.Owner)).Log);

        other.Ledger.Log.RemoveAt(0);
        Assert.NotEqual(before.Log, LedgerHash.Of(other.Sight(other.Owner)).Log);
    }

    private static PlainRecord Fill(PlainCase ledger)
    {
        var customer = ledger.One(ledger.Owner, PlainCase.Create("customer", ("name", "A"), ("number", "C-1"), ("phones", new[] { "+8613800138000" }))).Record!;
        ledger.One(ledger.Owner, PlainCase.Create("customer", ("name", "B"), ("number", "C-2")));
        return ledger.One(ledger.Owner, PlainCase.Create(
            "order", ("number", "O-1"), ("customer", customer.Id), ("orderedAt", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ("amount", 10.50m), ("currency", "CNY"))).Record!;
    }
}
