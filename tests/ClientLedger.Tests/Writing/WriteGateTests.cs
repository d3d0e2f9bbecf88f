using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

public sealed class WriteGateTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_new_customer_is_normalised_numbered_and_logged(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var result = await gates.ApplyAsync(owner, Create("customer", ("name", "　华为技术有限公司 "), ("phones", "138 0013 8000；010-62345678"), ("creditLimit", "3万")));

        Assert.True(result.Applied);
        Assert.Equal(1, result.SetNumber);
        var stored = await TestGates.StoredAsync(owner, "customer", result.Rows[0].Id!.Value);
        Assert.Equal("华为技术有限公司", stored!["name"]);
        Assert.Equal(["+8613800138000", "+861062345678"], (string[])stored["phones"]!);
        Assert.Equal(30000m, stored["creditLimit"]);
        Assert.Equal(1, stored.Version);
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task All_refusals_of_all_rows_come_at_once_and_nothing_is_written(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var result = await gates.ApplyAsync(
            owner,
            Create("customer", ("phones", "12"), ("grade", "platinum")),
            Create("customer", ("name", "Good")),
            Create("customer", ("name", "Bad"), ("nonsense", "1"), ("version", "7")));

        Assert.False(result.Applied);
        Assert.Equal(["grade", "name", "phones"], result.Rows[0].Refusals.Select(refusal => refusal.Field!).Order());
        Assert.Equal(Outcome.Withheld, result.Rows[1].Outcome);
        Assert.Equal(["write.fieldUnknown", "write.fieldDerived"], result.Rows[2].Refusals.Select(refusal => refusal.Code.Code));
        Assert.Empty((await StoredLedger.ReadAsync(owner)).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Row_by_row_the_good_rows_are_written_and_what_refers_to_a_bad_one_is_not(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var set = new ChangeSet(Door.Import,
        [
            Create("customer", ("name", "Good")) with { Label = "good" },
            Create("customer", ("name", "Bad"), ("emails", "nobody")) with { Label = "bad" },
            Create("contact", ("name", "One"), ("customer", new RecordReference.ByLabel("good"))),
            Create("contact", ("name", "Two"), ("customer", new RecordReference.ByLabel("bad"))),
        ])
        { AllOrNothing = false };
        var result = await gates.Writing.ApplyAsync(owner, set, CancellationToken.None);

        Assert.Equal([Outcome.Created, Outcome.Refused, Outcome.Created, Outcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.Equal("write.referenceRefused", result.Rows[3].Refusals[0].Code.Code);
        Assert.Equal(2, (await StoredLedger.ReadAsync(owner)).Records.Count);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Two_people_changing_different_fields_both_win_and_the_same_field_is_a_conflict(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = await gates.DoneAsync(owner, Create("customer", ("name", "Acme"), ("brands", "A; B"), ("city", "Bonn")));
        await gates.DoneAsync(owner, Update("customer", id, baseVersion: 1, ("city", "Köln"), ("brands", "A; B; C")));
        var other = gates.Owner(person: TestGates.Ben);

        await gates.DoneAsync(other, Update("customer", id, baseVersion: 1, ("website", "acme.example"), ("brands", "B; D")));
        var conflict = await gates.ApplyAsync(other, Update("customer", id, baseVersion: 1, ("city", "Trier")));

        var stored = await TestGates.StoredAsync(owner, "customer", id);
        Assert.Equal(["B", "C", "D"], (string[])stored!["brands"]!);
        Assert.Equal("Köln", stored["city"]);
        Assert.Equal(3, stored.Version);
        Assert.Equal(Outcome.Conflict, conflict.Rows[0].Outcome);
        Assert.Equal(new FieldConflict("city", "Trier", "Köln"), conflict.Rows[0].Conflicts[0]);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_deleted_record_is_found_no_more_and_comes_back_whole(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = await gates.DoneAsync(owner, Create("customer", ("number", "C1"), ("name", "Acme")));
        await gates.DoneAsync(owner, new RecordChange(Verb.Delete, "customer") { Id = id });
        var update = await gates.ApplyAsync(owner, Update("customer", id, null, ("name", "Other")));
        var taken = await gates.DoneAsync(owner, Create("customer", ("number", "C1"), ("name", "Newcomer")));
        var back = await gates.ApplyAsync(owner, new RecordChange(Verb.Restore, "customer") { Id = id });
        await gates.DoneAsync(owner, Update("customer", taken, null, ("number", "C2")));
        await gates.DoneAsync(owner, new RecordChange(Verb.Restore, "customer") { Id = id });

        Assert.Equal("write.recordDeleted", update.Rows[0].Refusals[0].Code.Code);
        Assert.Equal("write.taken", back.Rows[0].Refusals[0].Code.Code);
        var stored = await TestGates.StoredAsync(owner, "customer", id);
        Assert.Null(stored!.DeletedAt);
        Assert.Equal("Acme", stored["name"]);
        Assert.Equal(3, stored.Version);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Rows_with_the_same_key_are_one_record_and_lines_add_up_to_their_order(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var result = await gates.ApplyAsync(owner, [.. Line("1", "2", "10.50"), .. Line("2", "3", "1.25")]);
        var again = await gates.ApplyAsync(owner, [.. Line("1", "2", "10.50"), .. Line("2", "3", "1.25")]);

        Assert.Empty(result.Rows.SelectMany(row => row.Refusals));
        Assert.All(again.Rows, row => Assert.Equal(Outcome.Unchanged, row.Outcome));
        Assert.False(again.Applied);
        var stored = await StoredLedger.ReadAsync(owner);
        Assert.Equal(4, stored.Records.Count);
        Assert.Equal(24.75m, stored.Records.Single(record => record.Entity == "order")["amount"]);
        var totals = Assert.Single(await StoredLedger.ReadTotalsAsync(owner));
        Assert.Equal((1, 24.75m), (totals.Orders, totals.Amount));

        static RecordChange[] Line(string number, string quantity, string price) =>
        [
            new(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", "K"), ("name", "Kunde")) },
            new(Verb.Upsert, "order")
            {
                Key = "number",
                Values = FieldValues.Of(("number", "A1"), ("customer", new RecordReference.ByField("number", "K")), ("orderedAt", "2024-03-05"), ("currency", "CNY")),
            },
            new(Verb.Upsert, "orderLine")
            {
                Key = "number",
                Values = FieldValues.Of(("number", "A1-" + number), ("order", new RecordReference.ByField("number", "A1")), ("quantity", quantity), ("unitPrice", price)),
            },
        ];
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Amounts_beyond_what_the_ledger_holds_are_refused(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), Create("customer", ("name", "Beside")));
        var customer = await gates.DoneAsync(owner, Create("customer", ("name", "Acme")));
        var order = await gates.DoneAsync(owner, Create("order", ("customer", customer), ("orderedAt", "2024-03-05"), ("currency", "CNY")));

        var product = await gates.ApplyAsync(owner, Line("L1", "900000000000000", "900000000000000"));
        var sum = await gates.ApplyAsync(owner, Line("L1", "1", "900000000000000"), Line("L2", "1", "900000000000000"));

        Assert.Equal(("amount", "write.tooLarge"), (product.Rows[0].Refusals[0].Field, product.Rows[0].Refusals[0].Code.Code));
        Assert.All(sum.Rows, row => Assert.Equal("write.tooLarge", row.Refusals[0].Code.Code));

        RecordChange Line(string number, string quantity, string price) =>
            Create("orderLine", ("number", number), ("order", order), ("quantity", quantity), ("unitPrice", price));
    }

    internal static RecordChange Create(string entity, params (string Name, object? Value)[] values) =>
        new(Verb.Create, entity) { Values = FieldValues.Of(values) };

    internal static RecordChange Update(string entity, long id, long? baseVersion, params (string Name, object? Value)[] values) =>
        new(Verb.Update, entity) { Id = id, BaseVersion = baseVersion, Values = FieldValues.Of(values) };
}
