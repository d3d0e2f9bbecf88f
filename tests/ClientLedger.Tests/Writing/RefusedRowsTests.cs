using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>What a refused row leaves behind: nothing. Each of these was found by holding the gate against the plain ledger.</summary>
public sealed class RefusedRowsTests
{
    private static readonly FieldRight Nothing = FieldRight.None;

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_refused_line_leaves_the_amount_of_its_order(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var order = await OrderAsync(gates, "O-1");
        var line = await gates.DoneAsync(owner, Create("orderLine", ("number", "L-1"), ("order", order), ("quantity", 3m), ("unitPrice", 5m)));

        var result = await RowByRowAsync(gates, owner, Update("orderLine", line, null, ("order", null)), Create("customer", ("name", "Good")));

        Assert.Equal([Outcome.Refused, Outcome.Created], result.Rows.Select(row => row.Outcome));
        Assert.Equal(15m, (await TestGates.StoredAsync(owner, "order", order))!["amount"]);
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_field_that_may_not_be_written_on_a_row_is_refused_whatever_its_value(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var customer = await gates.DoneAsync(gates.Owner(), Create("customer", ("name", "A"), ("city", "Wuhan"), ("owner", TestGates.Ben)));
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna,
        [
            new Grant("customer", new OwnRecords()),
            new Grant("customer", new EveryRecord()) { Others = FieldRight.ReadOnly, Fields = new Dictionary<string, FieldRight> { ["city"] = Nothing } },
        ]);

        var right = await gates.ApplyAsync(anna, Update("customer", customer, null, ("city", "Wuhan")));
        var wrong = await gates.ApplyAsync(anna, Update("customer", customer, null, ("city", "Xi'an")));

        Assert.Equal([("city", "write.fieldNotWritable")], Refusals(right.Rows[0]));
        Assert.Equal([("city", "write.fieldNotWritable")], Refusals(wrong.Rows[0]));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_names_a_refused_change_by_its_label_is_refused_also_when_the_record_is_there(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var order = await OrderAsync(gates, "O-1");

        var result = await RowByRowAsync(
            gates,
            owner,
            new RecordChange(Verb.Upsert, "order") { Key = "number", Label = "order", Values = FieldValues.Of(("number", "O-1"), ("customer", null)) },
            Create("orderLine", ("number", "L-1"), ("order", new RecordReference.ByLabel("order")), ("quantity", 3m), ("unitPrice", 5m)),
            new RecordChange(Verb.Upsert, "order") { Key = "number", Label = "unreadable", Values = FieldValues.Of(("number", "O-1"), ("deliverOn", "never")) },
            Create("orderLine", ("number", "L-2"), ("order", new RecordReference.ByLabel("unreadable")), ("quantity", 3m), ("unitPrice", 5m)));

        Assert.All(result.Rows, row => Assert.Equal(Outcome.Refused, row.Outcome));
        Assert.Contains(("order", "write.referenceRefused"), Refusals(result.Rows[1]));
        Assert.Contains(("order", "write.referenceRefused"), Refusals(result.Rows[3]));
        Assert.DoesNotContain((await StoredLedger.ReadAsync(owner)).Records, record => record.Entity == "orderLine");
        Assert.Equal(1, (await TestGates.StoredAsync(owner, "order", order))!.Version);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_conflict_is_still_one_when_another_row_is_refused_at_the_end(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var mine = await gates.DoneAsync(owner, Create("customer", ("name", "A"), ("owner", TestGates.Anna), ("city", "Wuhan")));
        await gates.ApplyAsync(owner, Update("customer", mine, 1, ("city", "Xi'an")));
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("customer", new OwnRecords()) { Create = true }]);

        var result = await RowByRowAsync(gates, anna, Update("customer", mine, 1, ("city", "Chengdu")), Create("customer", ("name", "B"), ("owner", TestGates.Ben)));

        Assert.Equal([Outcome.Conflict, Outcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal([new FieldConflict("city", "Chengdu", "Xi'an")], result.Rows[0].Conflicts);
        Assert.Equal([("city", "write.changedMeanwhile")], Refusals(result.Rows[0]));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_hidden_field_is_unknown_whatever_is_sent_for_it_and_not_named_when_it_is_missing(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna,
        [
            new Grant("customer", new EveryRecord()) { Create = true, Fields = new Dictionary<string, FieldRight> { ["creditLimit"] = Nothing, ["name"] = Nothing } },
        ]);

        var result = await gates.ApplyAsync(anna, Create("customer", ("creditLimit", "much"), ("city", "Wuhan")));

        Assert.Equal([(null, "write.createNotAllowed"), ("creditLimit", "write.fieldUnknown")], Refusals(result.Rows[0]));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task One_bad_value_hides_no_other(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        await gates.DoneAsync(owner, Create("customer", ("name", "Taken"), ("number", "C-1")));
        var theirs = await gates.DoneAsync(gates.Owner(TestLedger.Globex), Create("customer", ("name", "Theirs"), ("number", "C-2")));
        var mine = await gates.DoneAsync(owner, Create("customer", ("name", "Mine"), ("number", "C-3")));
        (string, object?)[] bad = [("phones", "1"), ("number", "C-1"), ("parent", theirs), ("owner", 4711L), ("name", null)];
        (string?, string)[] fields = [("name", "write.required"), ("number", "write.taken"), ("owner", "write.personUnknown"), ("parent", "write.referenceUnknown"), ("phones", "value.phone.tooShort")];

        var result = await gates.Writing.ApplyAsync(
            owner,
            new ChangeSet(Door.Api, [Create("customer", bad), Update("customer", mine, null, bad), Update("customer", theirs, null, bad)]),
            CancellationToken.None);

        Assert.Equal(fields, Refusals(result.Rows[0]));
        Assert.Equal(fields, Refusals(result.Rows[1]));
        Assert.Equal([(null, "write.recordUnknown"), ("phones", "value.phone.tooShort")], Refusals(result.Rows[2]));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_key_that_is_taken_out_of_sight_tells_nothing_of_that_record_beside_other_bad_values(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        await gates.DoneAsync(gates.Owner(), Create("customer", ("name", "Ben's"), ("number", "C-1"), ("owner", TestGates.Ben)));
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("customer", new OwnRecords()) { Create = true }]);

        var result = await gates.ApplyAsync(anna, new RecordChange(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", "C-1"), ("city", "Wuhan"), ("name", null), ("parent", 4711L)) });

        Assert.Equal([("name", "write.required"), ("number", "write.taken"), ("parent", "write.referenceUnknown")], Refusals(result.Rows[0]));
    }

    private static async Task<long> OrderAsync(TestGates gates, string number)
    {
        var customer = await gates.DoneAsync(gates.Owner(), Create("customer", ("name", "A")));
        return await gates.DoneAsync(
            gates.Owner(), Create("order", ("number", number), ("customer", customer), ("orderedAt", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
    }

    private static Task<ChangeResult> RowByRowAsync(TestGates gates, LedgerScope scope, params RecordChange[] changes) =>
        gates.Writing.ApplyAsync(scope, new ChangeSet(Door.Api, changes) { AllOrNothing = false }, CancellationToken.None);

    private static List<(string?, string)> Refusals(RowResult row) =>
        [.. row.Refusals.Select(refusal => (refusal.Field, refusal.Code.Code)).OrderBy(pair => pair.Field, StringComparer.Ordinal)];

    private static RecordChange Create(string entity, params (string Name, object? Value)[] values) => new(Verb.Create, entity) { Values = FieldValues.Of(values) };

    private static RecordChange Update(string entity, long id, long? version, params (string Name, object? Value)[] values) =>
        new(Verb.Update, entity) { Id = id, BaseVersion = version, Values = FieldValues.Of(values) };
}
