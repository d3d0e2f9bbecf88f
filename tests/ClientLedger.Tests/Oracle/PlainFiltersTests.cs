using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Oracle;

public sealed class PlainFiltersTests
{
    private readonly PlainCase ledger = new();

    [Fact]
    public void Text_is_compared_by_its_folded_key_and_wildcards_mean_themselves()
    {
        var accented = ledger.Add("customer", ("name", "Café 100%"));
        var traditional = ledger.Add("customer", ("name", "紅"));

        Assert.Equal([accented.Id], ledger.Ids(ledger.Owner, new FieldFilter("name", Operator.Equals, "CAFE 100％")));
        Assert.Equal([accented.Id], ledger.Ids(ledger.Owner, new FieldFilter("name", Operator.EndsWith, "0%")));
        Assert.Empty(ledger.Ids(ledger.Owner, new FieldFilter("name", Operator.Contains, "_afe")));
        Assert.Equal([traditional.Id], ledger.Ids(ledger.Owner, new FieldFilter("name", Operator.In, ["红", "x"])));
    }

    [Fact]
    public void A_comparison_with_nothing_is_false_and_not_turns_it_round()
    {
        var some = ledger.Add("customer", ("city", "B"));
        var none = ledger.Add("customer");
        var less = new FieldFilter("city", Operator.Less, "C");

        Assert.Equal([some.Id], ledger.Ids(ledger.Owner, less));
        Assert.Equal([none.Id], ledger.Ids(ledger.Owner, new Not(less)));
        Assert.Equal([some.Id, none.Id], ledger.Ids(ledger.Owner, new AllOf([])));
        Assert.Empty(ledger.Ids(ledger.Owner, new AnyOf([])));
    }

    [Fact]
    public void One_of_several_values_is_enough()
    {
        var both = ledger.Add("customer", ("phones", new[] { "+8613800138000", "+8613900139000" }), ("brands", new[] { "A", "B" }));
        ledger.Add("customer", ("phones", new[] { "+8613700137000" }));

        Assert.Equal([both.Id], ledger.Ids(ledger.Owner, new FieldFilter("phones", Operator.EndsWith, "139-000")));
        Assert.Equal([both.Id], ledger.Ids(ledger.Owner, new AllOf([new FieldFilter("brands", Operator.Equals, "a"), new FieldFilter("brands", Operator.Equals, "b")])));
    }

    [Fact]
    public void Empty_values_come_first_and_ids_decide_among_equals()
    {
        var b = ledger.Add("customer", ("city", "B"));
        var none = ledger.Add("customer");
        var a = ledger.Add("customer", ("city", "a"));
        var b2 = ledger.Add("customer", ("city", "b"));

        Assert.Equal([none.Id, a.Id, b.Id, b2.Id], Sorted(descending: false));
        Assert.Equal([b.Id, b2.Id, a.Id, none.Id], Sorted(descending: true));

        List<long> Sorted(bool descending) => ledger.Ids(ledger.Owner, new LedgerQuery("customer") { OrderBy = [new SortKey("city", descending)] });
    }

    [Theory]
    [InlineData(PeriodAnchor.Last, 12, PeriodUnit.Month, "2025-04-01", "2026-03-31")]
    [InlineData(PeriodAnchor.Last, 1, PeriodUnit.Week, "2026-03-02", "2026-03-08")]
    [InlineData(PeriodAnchor.This, 1, PeriodUnit.Quarter, "2026-01-01", "2026-03-31")]
    [InlineData(PeriodAnchor.Next, 2, PeriodUnit.Day, "2026-03-03", "2026-03-04")]
    [InlineData(PeriodAnchor.Next, 1, PeriodUnit.Year, "2027-01-01", "2027-12-31")]
    public void A_period_begins_and_ends_with_its_units(PeriodAnchor anchor, int count, PeriodUnit unit, string first, string last)
    {
        var from = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        var to = DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
        ledger.Add("customer", ("nextContactOn", from.AddDays(-1)));
        var start = ledger.Add("customer", ("nextContactOn", from));
        var end = ledger.Add("customer", ("nextContactOn", to));
        ledger.Add("customer", ("nextContactOn", to.AddDays(1)));
        ledger.Add("customer");

        Assert.Equal([start.Id, end.Id], ledger.Ids(ledger.Owner, new PeriodFilter("nextContactOn", anchor, count, unit)));
    }

    [Fact]
    public void A_moment_lies_on_the_day_of_the_tenants_zone()
    {
        ledger.Add("ticket", ("dueAt", new DateTime(2026, 3, 1, 15, 59, 59, 999, DateTimeKind.Utc)));
        var today = ledger.Add("ticket", ("dueAt", new DateTime(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc)));

        Assert.Equal([today.Id], ledger.Ids(ledger.Owner, new LedgerQuery("ticket") { Where = new PeriodFilter("dueAt", PeriodAnchor.This, 1, PeriodUnit.Day) }));
    }

    [Fact]
    public void Children_are_counted_summed_and_compared()
    {
        var two = ledger.Add("customer");
        var none = ledger.Add("customer");
        ledger.Add("order", ("customer", two.Id), ("amount", 10m));
        ledger.Add("order", ("customer", two.Id), ("amount", 0.0001m));
        ledger.Add("order", ("customer", two.Id));
        ledger.Add("order", ("customer", two.Id), ("amount", 99m)).DeletedAt = DateTime.UnixEpoch;
        var large = new FieldFilter("amount", Operator.Greater, "1");

        Assert.Equal([two.Id], ledger.Ids(ledger.Owner, new ChildrenFilter("orders", Quantifier.Some, large)));
        Assert.Equal([none.Id], ledger.Ids(ledger.Owner, new ChildrenFilter("orders", Quantifier.Every, large)));
        Assert.Equal([none.Id], ledger.Ids(ledger.Owner, new ChildrenFilter("orders", Quantifier.None, null)));
        Assert.Equal([two.Id], ledger.Ids(ledger.Owner, new AggregateFilter("orders", AggregateFunction.Count, null, null, Operator.Equals, "3")));
        Assert.Equal([two.Id], ledger.Ids(ledger.Owner, new AggregateFilter("orders", AggregateFunction.Sum, "amount", null, Operator.Equals, "10.0001")));
        Assert.Equal([none.Id], ledger.Ids(ledger.Owner, new AggregateFilter("orders", AggregateFunction.Sum, "amount", null, Operator.Equals, "0")));
        Assert.Equal([two.Id], ledger.Ids(ledger.Owner, new AggregateFilter("orders", AggregateFunction.Average, "amount", null, Operator.Equals, "5")));
        Assert.Equal([two.Id], ledger.Ids(ledger.Owner, new AggregateFilter("orders", AggregateFunction.Minimum, "amount", null, Operator.Less, "1")));
        Assert.Equal([two.Id], ledger.Ids(ledger.Owner, new AggregateFilter("orders", AggregateFunction.Maximum, "amount", large, Operator.GreaterOrEqual, "10")));
    }

    [Fact]
    public void A_list_has_levels()
    {
        var shenzhen = ledger.Add("customer", ("region", "440305"));
        ledger.Add("customer", ("region", "110101"));

        Assert.Equal([shenzhen.Id], ledger.Ids(ledger.Owner, new FieldFilter("region", Operator.Under, "44")));
    }

    [Fact]
    public void Ids_of_records_have_the_order_that_ends_every_list_and_references_have_none()
    {
        var first = ledger.Add("customer");
        var second = ledger.Add("customer", ("parent", first.Id));
        var id = RecordIds.Format("cus", first.Id);

        Assert.Equal([second.Id], ledger.Ids(ledger.Owner, new FieldFilter("id", Operator.Greater, id)));
        Assert.Equal([first.Id], ledger.Ids(ledger.Owner, new FieldFilter("id", Operator.LessOrEqual, id)));
        Assert.Equal("query.operatorUnfit", Refused(new FieldFilter("parent", Operator.Greater, id)));
    }

    [Fact]
    public void What_does_not_fit_a_field_is_refused()
    {
        Assert.Equal("query.operatorUnfit", Refused(new FieldFilter("nationalId", Operator.Contains, "1234")));
        Assert.Equal("query.sensitiveTail", Refused(new FieldFilter("nationalId", Operator.EndsWith, "234")));
        Assert.Equal("query.notAList", Refused(new FieldFilter("name", Operator.Under, "44")));
        Assert.Equal("query.valueMissing", Refused(new FieldFilter("name", Operator.Equals, [])));
        Assert.Equal("query.partEmpty", Refused(new FieldFilter("phones", Operator.Contains, "abc")));
        Assert.Equal("query.valueUnneeded", Refused(new FieldFilter("name", Operator.IsEmpty, "x")));
        Assert.Equal("query.noPeriod", Refused(new PeriodFilter("name", PeriodAnchor.This, 1, PeriodUnit.Day)));
        Assert.Equal("query.periodOutOfRange", Refused(new PeriodFilter("birthday", PeriodAnchor.This, 2, PeriodUnit.Day)));
        Assert.Equal("query.notAggregable", Refused(new AggregateFilter("orders", AggregateFunction.Sum, "number", null, Operator.Equals, "1")));
    }

    private string? Refused(Filter filter) => PlainChecks.Refuse(ledger.Sight(ledger.Owner), new LedgerQuery("customer") { Where = filter });
}
