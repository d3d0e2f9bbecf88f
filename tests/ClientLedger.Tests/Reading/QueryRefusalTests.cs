using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Reading;

/// <summary>What the read gate refuses, and that a refusal tells nothing of what the caller may not see.</summary>
public sealed class QueryRefusalTests
{
    private static readonly Grant Limited = new("customer", new EveryRecord())
    {
        Fields = new Dictionary<string, FieldRight> { ["grade"] = FieldRight.None, ["taxNumber"] = new(ReadRight.Masked, WriteRight.No) },
    };

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_hidden_field_is_refused_in_the_words_of_one_that_does_not_exist(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new Dictionary<string, object?> { ["grade"] = "core" });
        var caller = made.Caller(Limited);
        foreach (var query in new Func<string, LedgerQuery>[]
        {
            field => new("customer") { Select = [new FieldSelection(field)] },
            field => new("customer") { Where = new FieldFilter(field, Operator.Equals, "core") },
            field => new("customer") { Where = new FieldFilter(field, Operator.Under, "nothing") },
            field => new("customer") { Where = new PeriodFilter(field, PeriodAnchor.This, 1, PeriodUnit.Day) },
            field => new("customer") { Where = new ReferenceFilter(field, new AllOf([])) },
            field => new("customer") { OrderBy = [new SortKey(field)] },
        })
        {
            var hidden = await made.RefusedAsync(caller, query("grade"));
            var missing = await made.RefusedAsync(caller, query("garde"));
            Assert.Equal("query.fieldUnknown", hidden.Code.Code);
            Assert.Equal(missing.In(ClientLedger.Messages.Language.English).Replace("garde", "grade", StringComparison.Ordinal), hidden.In(ClientLedger.Messages.Language.English));
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_masked_field_is_shown_through_its_mask_and_nothing_else_is_done_with_it(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new Dictionary<string, object?> { ["taxNumber"] = "91440300MA5DC0KB5P" });
        var caller = made.Caller(Limited);

        var (_, rows) = await made.ReadAsync(caller, new("customer") { Select = [new FieldSelection("taxNumber")] });
        Assert.Equal("9144**********KB5P", rows[0]!["taxNumber"]!.GetValue<string>());
        Assert.Equal("query.fieldMasked", (await made.RefusedAsync(caller, new("customer") { Where = new FieldFilter("taxNumber", Operator.Equals, "91440300MA5DC0KB5P") })).Code.Code);
        Assert.Equal("query.fieldMasked", (await made.RefusedAsync(caller, new("customer") { OrderBy = [new SortKey("taxNumber")] })).Code.Code);
        var found = await made.Gate.SearchAsync(caller, new SearchQuery("91440300MA5DC0KB5P", []), CancellationToken.None);
        Assert.Empty(found.Hits);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Entities_and_relations_without_a_grant_are_unknown(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider);
        var caller = made.Caller(Limited);

        Assert.Equal("query.entityUnknown", (await made.RefusedAsync(caller, new("order"))).Code.Code);
        Assert.Equal("query.entityUnknown", (await made.RefusedAsync(caller, new("nothing"))).Code.Code);
        foreach (var relation in new[] { "orders", "nothing" })
        {
            Assert.Equal("query.relationUnknown", (await made.RefusedAsync(caller, new("customer") { Select = [new ChildrenSelection("x", relation, [])] })).Code.Code);
            Assert.Equal("query.relationUnknown", (await made.RefusedAsync(caller, new("customer") { Where = new ChildrenFilter(relation, Quantifier.Some, null) })).Code.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Flawed))]
    public async Task A_flawed_query_is_refused_with_its_code(string code, LedgerQuery query)
    {
        await using var made = await ReadCase.OfCustomersAsync(Provider.Sqlite);
        Assert.Equal(code, (await made.RefusedAsync(made.Owner, query)).Code.Code);
    }

    public static TheoryData<string, LedgerQuery> Flawed()
    {
        Filter deep = new AllOf([]);
        for (var i = 0; i < 30; i++)
        {
            deep = new Not(deep);
        }

        return new()
        {
            { "query.asOfUnavailable", new("customer") { AsOf = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) } },
            { "query.sizeOutOfRange", new("customer") { Size = 0 } },
            { "query.sizeOutOfRange", new("customer") { Size = 501 } },
            { "query.sizeOutOfRange", new("customer") { Select = [new ChildrenSelection("x", "orders", []) { First = 501 }] } },
            { "query.tooManyRows", new("customer") { Size = 500, Select = [new ChildrenSelection("x", "orders", []) { First = 500 }] } },
            { "query.tooDeep", new("customer") { Where = deep } },
            { "query.tooLarge", new("customer") { Where = new AnyOf([.. Enumerable.Repeat(new FieldFilter("name", Operator.Equals, "x"), 401)]) } },
            { "query.tooManyValues", new("customer") { Where = new FieldFilter("name", Operator.In, [.. Enumerable.Range(0, 1001).Select(n => $"n{n}")]) } },
            { "query.keyTwice", new("customer") { Select = [new FieldSelection("name"), new FieldSelection("name", "city")] } },
            { "query.tooManySortKeys", new("customer") { OrderBy = [new("name"), new("city"), new("grade"), new("kind")] } },
            { "query.notSortable", new("customer") { OrderBy = [new("phones")] } },
            { "query.notSortable", new("customer") { OrderBy = [new("nationalId")] } },
            { "query.operatorUnfit", new("customer") { Where = new FieldFilter("creditLimit", Operator.Contains, "1") } },
            { "query.operatorUnfit", new("customer") { Where = new FieldFilter("nationalId", Operator.Contains, "1") } },
            { "query.sensitiveTail", new("customer") { Where = new FieldFilter("nationalId", Operator.EndsWith, "123") } },
            { "query.notAList", new("customer") { Where = new FieldFilter("name", Operator.Under, "x") } },
            { "query.valueMissing", new("customer") { Where = new FieldFilter("name", Operator.Equals, []) } },
            { "query.valueMissing", new("customer") { Where = new FieldFilter("name", Operator.Equals, " ") } },
            { "query.partEmpty", new("customer") { Where = new FieldFilter("name", Operator.Contains, "") } },
            { "query.partEmpty", new("customer") { Where = new FieldFilter("name", Operator.StartsWith, "\0\u200b ") } },
            { "query.partEmpty", new("customer") { Where = new FieldFilter("website", Operator.EndsWith, " ") } },
            { "query.partEmpty", new("customer") { Where = new FieldFilter("phones", Operator.Contains, "abc") } },
            { "query.valueUnneeded", new("customer") { Where = new FieldFilter("name", Operator.IsEmpty, "x") } },
            { "query.noPeriod", new("customer") { Where = new PeriodFilter("name", PeriodAnchor.This, 1, PeriodUnit.Day) } },
            { "query.periodOutOfRange", new("customer") { Where = new PeriodFilter("createdAt", PeriodAnchor.Last, 1001, PeriodUnit.Day) } },
            { "query.aggregateField", new("customer") { Select = [new AggregateSelection("x", "orders", AggregateFunction.Sum, null)] } },
            { "query.notAggregable", new("customer") { Select = [new AggregateSelection("x", "orders", AggregateFunction.Sum, "orderedAt")] } },
            { "value.date.impossible", new("customer") { Where = new FieldFilter("nextContactOn", Operator.Equals, "2026-02-30") } },
            { "field.referenceUnreadable", new("order") { Where = new FieldFilter("customer", Operator.Equals, "ord_0000000000001") } },
            { "query.cursorsBoth", new("customer") { After = "a", Before = "b" } },
            { "query.cursorInvalid", new("customer") { After = "no cursor at all" } },
            { "query.cursorInvalid", new("customer") { After = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w" } },
        };
    }
}
