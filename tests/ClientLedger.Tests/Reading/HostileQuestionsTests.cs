using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.Tests.Reading;

/// <summary>Questions that were asked to break something are answered, or refused with a reason.</summary>
public sealed class HostileQuestionsTests
{
    private static readonly Dictionary<string, object?> Nobody = [];

    private static readonly string[] Nasty =
    [
        "", " ", "\0", "a\0b", "'", "\"", "';--", "\\", "%", "_", "$.\"a\"", "{}", "[1]", "\uFFFF", "\uD800", "\uDBFF\uDFFF", "99999999999999999999999999", "-1e400", "NaN", "1e308",
        "9999-12-31", "0001-01-01", "9999-12-31T23:59:59.999Z", "acc_zzzzzzzzzzzzz", "cus_zzzzzzzzzzzzz", "cus_", "true", "王", "1234", new('9', 5_000), new('王', 5_000),
    ];

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task No_value_makes_a_comparison_fail(Provider provider)
    {
        var schema = RandomFields.Extend(BuiltInEntities.Schema);
        await using var made = await ReadCase.CreateAsync(provider, schema, null, ("customer", Nobody), ("customer", Nobody));
        var turn = 0;
        foreach (var entity in schema.Entities.Where(entity => Depth.IsFull || entity.Name is "customer" or "contact" or "order"))
        {
            foreach (var (field, asked) in entity.Fields.SelectMany(field => Enum.GetValues<Operator>().Select(asked => (field, asked))))
            {
                foreach (var value in Depth.IsFull ? Nasty : [Nasty[turn++ % Nasty.Length]])
                {
                    await AskAsync(made, new LedgerQuery(entity.Name) { Where = new FieldFilter(field.Name, asked, asked == Operator.IsEmpty ? [] : [value]) });
                }
            }
        }

        foreach (var text in Nasty)
        {
            try
            {
                await made.Gate.SearchAsync(made.Owner, new SearchQuery(text, []), CancellationToken.None);
            }
            catch (RefusedException)
            {
            }
        }
    }

    [Fact]
    public async Task A_filter_that_lacks_something_is_refused()
    {
        await using var made = await ReadCase.OfCustomersAsync(Provider.Sqlite, Nobody);
        foreach (var json in new[]
        {
            """{"is":"and"}""", """{"is":"or","Filters":[null]}""", """{"is":"not"}""", """{"is":"field"}""", """{"is":"field","Field":"name","Operator":"Equals"}""",
            """{"is":"field","Field":"name","Operator":"In","Values":[null]}""", """{"is":"field","Field":"name","Operator":"Contains","Values":[null]}""",
            """{"is":"period"}""", """{"is":"reference","Reference":"parent"}""", """{"is":"aggregate","Relation":"orders","Function":"Count","Operator":"Equals"}""",
        })
        {
            var refusal = await made.RefusedAsync(made.Owner, new LedgerQuery("customer") { Where = JsonSerializer.Deserialize<Filter>(json) });
            Assert.Equal((json, "query.partMissing"), (json, refusal.Code.Code));
        }

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Filter>("""{"is":"field","Field":"name","Operator":99,"Values":["a"]}"""));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_record_rule_covers_the_same_records_in_a_question_at_its_limits(Provider provider)
    {
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, null,
            ("customer", new() { ["owner"] = ReadCase.Ann }), ("customer", new() { ["owner"] = 99L }), ("note", new() { ["customer"] = 1L, ["body"] = "a", ["pinned"] = false }));
        Filter rule = new FieldFilter("owner", Operator.Equals, "acc_0000000000033");
        for (var level = 0; level < 8; level++)
        {
            rule = new AnyOf([rule]);
        }

        var caller = made.Caller(new Grant("customer", new EveryRecord()), new Grant("note", new RecordsThrough("customer", new MatchingRecords(new Not(rule)))));
        var noted = new LedgerQuery("customer") { Where = new ChildrenFilter("notes", Quantifier.Some, null) };
        Assert.Single((await made.ReadAsync(caller, noted)).Rows);

        Filter deep = noted.Where!, wide = new AllOf([.. Enumerable.Repeat(new FieldFilter("kind", Operator.Equals, "organisation"), 397), noted.Where!]);
        for (var level = 0; level < 11; level++)
        {
            deep = new AllOf([deep]);
        }

        Assert.Single((await made.ReadAsync(caller, noted with { Where = deep })).Rows);
        Assert.Single((await made.ReadAsync(caller, noted with { Where = wide })).Rows);
        Assert.Equal("query.tooDeep", (await made.RefusedAsync(caller, noted with { Where = new AllOf([deep]) })).Code.Code);
        Assert.Equal("query.tooLarge", (await made.RefusedAsync(caller, noted with { Where = new AllOf([wide, wide]) })).Code.Code);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task One_own_field_named_twice_in_an_order_is_no_order_by_two(Provider provider)
    {
        FieldDescriptor[] own = [Own(1_000_000, "size"), Own(1_000_001, "weight")];
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema.With(own.ToLookup(_ => "customer")), null,
            ("customer", new() { ["size"] = "a", ["weight"] = "2" }), ("customer", new() { ["size"] = "a", ["weight"] = "1" }), ("customer", new() { ["size"] = "b" }));
        foreach (var keys in new[] { new[] { "size", "weight" }, ["size", "size"], ["weight", "size"], ["weight", "weight"], ["size", "weight"] })
        {
            var query = new LedgerQuery("customer") { Select = [new FieldSelection("name")], OrderBy = [.. keys.Select(key => new SortKey(key))], Size = 1 };
            var (page, first) = await made.ReadAsync(made.Owner, query);
            var (_, second) = await made.ReadAsync(made.Owner, query with { After = page.End });
            var expected = keys switch { ["size", "weight"] => (2, 1), ["size", _] => (1, 2), ["weight", _] => (3, 2), _ => default };
            Assert.Equal((string.Join(' ', keys), $"Customer {expected.Item1}", $"Customer {expected.Item2}"), (string.Join(' ', keys), first[0]!["name"]!.GetValue<string>(), second[0]!["name"]!.GetValue<string>()));
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_sum_beyond_64_bits_is_refused(Provider provider)
    {
        var order = new Dictionary<string, object?> { ["kind"] = "purchase", ["state"] = "draft", ["orderedAt"] = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), ["customer"] = 1L, ["amount"] = 900_000_000_000_000m, ["currency"] = "CNY" };
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, null, ("customer", Nobody), ("order", order), ("order", order));
        var sum = new AggregateSelection("sum", "orders", AggregateFunction.Sum, "amount");
        Assert.Equal("query.sumTooLarge", (await made.RefusedAsync(made.Owner, new LedgerQuery("customer") { Select = [sum] })).Code.Code);
        Assert.Equal("query.sumTooLarge", (await made.RefusedAsync(made.Owner, new LedgerQuery("customer")
        {
            Where = new AggregateFilter("orders", AggregateFunction.Sum, "amount", null, Operator.Greater, "1"),
        })).Code.Code);
        Assert.Single((await made.ReadAsync(made.Owner, new LedgerQuery("customer") { Select = [sum with { Function = AggregateFunction.Maximum }] })).Rows);

        // A record rule that needs such a sum can't be told to hold or not, whichever way is asked.
        var rule = new MatchingRecords(new AggregateFilter("orders", AggregateFunction.Sum, "amount", null, Operator.Greater, "1"));
        var caller = made.Caller(new Grant("customer", rule), new Grant("order", new EveryRecord()));
        Assert.Equal("query.sumTooLarge", (await made.RefusedAsync(caller, new LedgerQuery("customer"))).Code.Code);
        var search = await Assert.ThrowsAsync<RefusedException>(() => made.Gate.SearchAsync(caller, new SearchQuery("Customer", []), CancellationToken.None));
        Assert.Equal("query.sumTooLarge", search.Refusal.Code.Code);
        await using var connection = await caller.Database.OpenAsync(caller.TenantId, CancellationToken.None);
        var coverage = await Assert.ThrowsAsync<RefusedException>(() => made.Gate.CoverageAsync(connection, caller, caller.Schema["customer"], [1L], CancellationToken.None));
        Assert.Equal("query.sumTooLarge", coverage.Refusal.Code.Code);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task As_many_references_as_may_be_followed_can_be_and_more_are_refused(Provider provider)
    {
        await using var made = await ReadCase.CreateAsync(provider, BuiltInEntities.Schema, null, ("customer", Nobody), ("customer", new() { ["parent"] = 1L }));
        ReferenceSelection Parent(int number) => new($"p{number:D}", "parent", [new FieldSelection("name")]);
        var query = new LedgerQuery("customer") { Select = [.. Enumerable.Range(0, 50).Select(Parent)], OrderBy = [new SortKey("name")] };
        Assert.Equal("Customer 1", (await made.ReadAsync(made.Owner, query)).Rows[1]!["p49"]!["name"]!.GetValue<string>());
        Assert.Equal("query.tooManyReferences", (await made.RefusedAsync(made.Owner, query with { Select = [.. query.Select, Parent(50)] })).Code.Code);
        Assert.Equal(2, (await made.ReadAsync(made.Owner, new LedgerQuery("customer") { Select = [Parent(0), new ChildrenSelection("c", "subsidiaries", query.Select)] })).Rows.Count);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Pages_go_on_behind_long_texts(Provider provider)
    {
        var schema = BuiltInEntities.Schema.With(new[] { Own(1_000_000, "motto") with { MaxLength = 10_000 } }.ToLookup(_ => "customer"));
        await using var made = await ReadCase.CreateAsync(provider, schema, null, ("customer", new() { ["motto"] = new string('王', 10_000) }), ("customer", new() { ["motto"] = new string('张', 10_000) }));
        var query = new LedgerQuery("customer") { Select = [new FieldSelection("name")], OrderBy = [new SortKey("motto")], Size = 1 };
        var (page, _) = await made.ReadAsync(made.Owner, query);
        Assert.Equal("Customer 2", (await made.ReadAsync(made.Owner, query with { After = page.End })).Rows[0]!["name"]!.GetValue<string>());
    }

    private static async Task AskAsync(ReadCase made, LedgerQuery query)
    {
        try
        {
            await made.ReadAsync(made.Owner, query);
        }
        catch (RefusedException)
        {
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{query.Entity} where {JsonSerializer.Serialize(query.Where)}", failure);
        }
    }

    private static FieldDescriptor Own(int id, string name) => new() { Id = id, Name = name, Label = new(name, name), Type = FieldType.Text, Custom = true };
}
