using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Oracle;

public sealed class PlainSightTests
{
    private readonly PlainCase ledger = new();

    [Fact]
    public void Another_tenants_records_are_not_there()
    {
        var mine = ledger.Add("customer", ("name", "A"));
        ledger.AddTo(PlainCase.Other, "customer", ("name", "B"));

        Assert.Equal([mine.Id], ledger.Ids(ledger.Owner, where: null));
    }

    [Fact]
    public void Each_rule_covers_its_records()
    {
        var mine = ledger.Add("customer", ("owner", PlainCase.Ann), ("region", "440305"));
        var his = ledger.Add("customer", ("owner", PlainCase.Bob), ("region", "440103"), ("grade", "core"));
        var shared = ledger.Add("customer", ("owner", PlainCase.Bob));
        var nobodys = ledger.Add("customer");
        ledger.Ledger.Shares.Add(new(PlainCase.Acme, "customer", shared.Id, Person: null, Team: 1));

        Assert.Equal([mine.Id, his.Id, shared.Id, nobodys.Id], Seen(new EveryRecord()));
        Assert.Equal([mine.Id], Seen(new OwnRecords()));
        Assert.Equal([mine.Id], Seen(new TeamRecords(AndBelow: true)));
        Assert.Equal([mine.Id], Seen(new RegionRecords(["4403", "11"])));
        Assert.Equal([mine.Id, his.Id], Seen(new RegionRecords(["44"])));
        Assert.Equal([shared.Id], Seen(new SharedRecords()));
        Assert.Equal([his.Id], Seen(new MatchingRecords(new FieldFilter("grade", Operator.Equals, "core"))));
        Assert.Equal([mine.Id, shared.Id], Seen(new EitherRule([new OwnRecords(), new SharedRecords()])));
    }

    [Fact]
    public void Records_are_reached_through_live_ones()
    {
        var mine = ledger.Add("customer", ("owner", PlainCase.Ann));
        var gone = ledger.Add("customer", ("owner", PlainCase.Ann));
        gone.DeletedAt = DateTime.UnixEpoch;
        var order = ledger.Add("order", ("customer", mine.Id));
        ledger.Add("order", ("customer", gone.Id));
        ledger.Add("order");

        var caller = ledger.Caller(PlainCase.Ann, new Grant("order", new RecordsThrough("customer", new OwnRecords())));

        Assert.Equal([order.Id], ledger.Ids(caller, new LedgerQuery("order")));
    }

    [Fact]
    public void A_field_is_clear_only_where_one_grant_covers_row_and_field()
    {
        var mine = ledger.Add("customer", ("name", "Mine"), ("owner", PlainCase.Ann), ("city", "Wuhan"));
        var his = ledger.Add("customer", ("name", "His"), ("owner", PlainCase.Bob), ("city", "Wuhan"));
        var caller = ledger.Caller(
            PlainCase.Ann,
            new Grant("customer", new OwnRecords()),
            new Grant("customer", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { ["city"] = FieldRight.None, ["name"] = new(ReadRight.Masked, WriteRight.No) } });
        var query = new LedgerQuery("customer") { Select = [new FieldSelection("name"), new FieldSelection("city")], OrderBy = [new SortKey("city")] };

        Assert.Equal("""{"rows":[{"name":"H**","city":null},{"name":"Mine","city":"Wuhan"}]}""", ledger.Json(caller, query));
        Assert.Equal([mine.Id], ledger.Ids(caller, new FieldFilter("city", Operator.Equals, "wuhan")));
        Assert.Equal([his.Id], ledger.Ids(caller, new FieldFilter("city", Operator.IsEmpty, [])));
    }

    [Fact]
    public void What_is_hidden_is_unknown_and_what_is_masked_can_only_be_looked_at()
    {
        var caller = ledger.Caller(PlainCase.Ann, new Grant("customer", new EveryRecord())
        {
            Fields = new Dictionary<string, FieldRight> { ["city"] = FieldRight.None, ["name"] = new(ReadRight.Masked, WriteRight.No) },
        });

        Assert.Equal("query.fieldUnknown", Refused(caller, new LedgerQuery("customer") { Select = [new FieldSelection("city")] }));
        Assert.Equal("query.fieldUnknown", Refused(caller, new LedgerQuery("customer") { OrderBy = [new SortKey("nothing")] }));
        Assert.Equal("query.fieldMasked", Refused(caller, new LedgerQuery("customer") { OrderBy = [new SortKey("name")] }));
        Assert.Equal("query.entityUnknown", Refused(caller, new LedgerQuery("order")));
        Assert.Equal("query.relationUnknown", Refused(caller, new LedgerQuery("customer") { Where = new ChildrenFilter("orders", Quantifier.Some, null) }));
        Assert.Null(Refused(caller, new LedgerQuery("customer") { Select = [new FieldSelection("name")] }));
    }

    [Fact]
    public void Totals_are_summed_over_the_orders_that_the_caller_sees()
    {
        var customer = ledger.Add("customer", ("name", "A"));
        ledger.Ledger.Rates.Add(new(PlainCase.Acme, "USD", new DateOnly(2026, 1, 1), 7m));
        ledger.Ledger.Rates.Add(new(PlainCase.Acme, "USD", new DateOnly(2026, 2, 1), 6.55555m));
        Order("purchase", "completed", new DateTime(2026, 1, 31, 15, 59, 0, DateTimeKind.Utc), 10m, "USD", PlainCase.Ann);
        Order("purchase", "completed", new DateTime(2026, 1, 31, 16, 0, 0, DateTimeKind.Utc), 1m, "USD", PlainCase.Ann);
        Order("purchase", "confirmed", new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), 5m, "USD", PlainCase.Bob);
        Order("return", "confirmed", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), 2.5m, "CNY", PlainCase.Bob);
        Order("purchase", "draft", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1_000m, "CNY", PlainCase.Ann);
        var ann = ledger.Caller(PlainCase.Ann, new Grant("customer", new EveryRecord()), new Grant("order", new OwnRecords()));
        var query = new LedgerQuery("customer")
        {
            Select = [.. new[] { "orderCount", "returnCount", "firstOrderOn", "lastOrderOn", "totalAmountBase", "returnedAmountBase", "ordersWithoutRate" }.Select(field => new FieldSelection(field))],
        };

        Assert.Equal(
            """{"rows":[{"orderCount":3,"returnCount":1,"firstOrderOn":"2025-01-01","lastOrderOn":"2026-02-01","totalAmountBase":76.5556,"returnedAmountBase":2.5,"ordersWithoutRate":1}]}""",
            ledger.Json(ledger.Owner, query));
        Assert.Equal(
            """{"rows":[{"orderCount":2,"returnCount":0,"firstOrderOn":"2026-01-31","lastOrderOn":"2026-02-01","totalAmountBase":76.5556,"returnedAmountBase":0,"ordersWithoutRate":0}]}""",
            ledger.Json(ann, query));

        void Order(string kind, string state, DateTime at, decimal amount, string currency, long owner) => ledger.Add(
            "order", ("customer", customer.Id), ("kind", kind), ("state", state), ("orderedAt", at), ("amount", amount), ("currency", currency), ("owner", owner));
    }

    private List<long> Seen(RecordRule rule) => ledger.Ids(ledger.Caller(PlainCase.Ann, new Grant("customer", rule)), where: null);

    private string? Refused(LedgerScope caller, LedgerQuery query) => PlainChecks.Refuse(ledger.Sight(caller), query);
}
