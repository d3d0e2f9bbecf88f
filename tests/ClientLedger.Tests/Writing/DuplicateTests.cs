using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

public sealed class DuplicateTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_equal_phone_is_a_warning_that_names_the_other_customer_and_can_be_confirmed(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var first = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "华为"), ("phones", "+86 138 0013 8000")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Theirs"), ("phones", "13900139000")));
        var again = WriteGateTests.Create("customer", ("name", "HUAWEI"), ("phones", "１３８００１３８０００"));

        var warned = await gates.ApplyAsync(owner, again);
        Assert.Equal(("phones", "write.duplicateFound"), (warned.Rows[0].Refusals[0].Field, warned.Rows[0].Refusals[0].Code.Code));
        Assert.Equal(new DuplicateHit("phones", first, "华为"), Assert.Single(warned.Rows[0].Duplicates));

        var confirmed = await gates.Writing.ApplyAsync(owner, new ChangeSet(Door.Page, [again]) { Duplicates = DuplicatePolicy.Create }, CancellationToken.None);
        Assert.Equal(Outcome.Created, confirmed.Rows[0].Outcome);
        Assert.True((await gates.ApplyAsync(owner, WriteGateTests.Create("customer", ("name", "Ours"), ("phones", "13900139000")))).Applied);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_change_that_makes_a_record_resemble_another_is_a_warning_too(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var first = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "华为"), ("phones", "13800138000")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Theirs"), ("phones", "13900139000")));
        var second = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Other"), ("phones", "13700137000")));
        var change = WriteGateTests.Update("customer", second, 1, ("phones", "13700137000; 13800138000; 13900139000"));

        var warned = await gates.ApplyAsync(owner, change);
        Assert.Contains(("phones", "write.duplicateFound"), warned.Rows[0].Refusals.Select(refusal => (refusal.Field, refusal.Code.Code)));
        Assert.Equal(new DuplicateHit("phones", first, "华为"), Assert.Single(warned.Rows[0].Duplicates));

        var confirmed = await gates.Writing.ApplyAsync(owner, new ChangeSet(Door.Page, [change]) { Duplicates = DuplicatePolicy.Create }, CancellationToken.None);
        Assert.Equal(Outcome.Updated, confirmed.Rows[0].Outcome);

        // What was confirmed once isn't asked again, nor what is as it was.
        Assert.True((await gates.ApplyAsync(owner, WriteGateTests.Update("customer", second, 2, ("phones", "13800138000"), ("city", "Wuhan")))).Applied);
        var same = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Other still"), ("phones", "13600136000")));
        Assert.Equal(Outcome.Unchanged, (await gates.ApplyAsync(owner, WriteGateTests.Update("customer", same, 1, ("phones", "13600136000")))).Rows[0].Outcome);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_import_skips_duplicates_or_updates_the_one_that_it_hits(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var first = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme"), ("emails", "info@acme.example")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Acme")));
        RecordChange[] rows =
        [
            WriteGateTests.Create("customer", ("name", "Acme AG"), ("emails", "INFO@acme.example"), ("city", "Bonn")),
            WriteGateTests.Create("customer", ("name", "Newcomer"), ("taxNumber", "914403001922038216")),
            WriteGateTests.Create("customer", ("name", "The same newcomer"), ("taxNumber", "９14403001922038216")),
        ];

        var skipped = await ApplyAsync(DuplicatePolicy.Skip);
        Assert.Equal([Outcome.Skipped, Outcome.Created, Outcome.Skipped], skipped.Rows.Select(row => row.Outcome));
        var updated = await ApplyAsync(DuplicatePolicy.Update);
        Assert.Equal([Outcome.Updated, Outcome.Updated, Outcome.Updated], updated.Rows.Select(row => row.Outcome));
        Assert.Equal(first, updated.Rows[0].Id);
        Assert.Equal("Bonn", (await TestGates.StoredAsync(owner, "customer", first))!["city"]);
        Assert.Equal(2, (await StoredLedger.ReadAsync(owner)).Records.Count);

        Task<ChangeResult> ApplyAsync(DuplicatePolicy policy) =>
            gates.Writing.ApplyAsync(owner, new ChangeSet(Door.Import, rows) { AllOrNothing = false, Duplicates = policy }, CancellationToken.None);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Rows_of_one_new_key_that_hit_the_same_customer_all_update_it(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var first = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme"), ("emails", "info@acme.example")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Acme")));
        var rows = new[] { "Bonn", "Trier" }.Select(city => new RecordChange(Verb.Upsert, "customer")
        {
            Key = "number",
            Values = FieldValues.Of(("number", "K9"), ("name", "Acme AG"), ("emails", "info@acme.example"), ("city", city)),
        });

        var result = await gates.Writing.ApplyAsync(owner, new ChangeSet(Door.Import, [.. rows]) { Duplicates = DuplicatePolicy.Update }, CancellationToken.None);

        Assert.All(result.Rows, row => Assert.Equal((Outcome.Updated, first), (row.Outcome, row.Id)));
        Assert.Equal("Trier", (await TestGates.StoredAsync(owner, "customer", first))!["city"]);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_good_row_is_not_lost_against_one_of_which_nothing_comes(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Acme"), ("phones", "+8613900000001")));
        foreach (var policy in new[] { DuplicatePolicy.Skip, DuplicatePolicy.Ask, DuplicatePolicy.Update })
        {
            // Two of them name a parent that there isn't, which is found only after what they resemble.
            var result = await gates.Writing.ApplyAsync(gates.Owner(), Rows(policy, bad: 2), CancellationToken.None);

            Assert.Equal([Outcome.Refused, Outcome.Refused, Outcome.Created, policy switch
            {
                DuplicatePolicy.Skip => Outcome.Skipped,
                DuplicatePolicy.Ask => Outcome.Refused,
                _ => Outcome.Updated,
            }], result.Rows.Select(row => row.Outcome));
            Assert.All(result.Rows.Take(2), row => Assert.DoesNotContain(row.Refusals, refusal => refusal.Code == WriteMessages.DuplicateFound));
        }

        // There is an end to beginning anew; what is left out then is said.
        var many = await gates.Writing.ApplyAsync(gates.Owner(), Rows(DuplicatePolicy.Skip, bad: 30), CancellationToken.None);
        Assert.All(many.Rows, row => Assert.Equal(Outcome.Refused, row.Outcome));

        static ChangeSet Rows(DuplicatePolicy policy, int bad) => new(Door.Import,
        [
            .. Enumerable.Range(0, bad + 2).Select(row => WriteGateTests.Create(
                "customer", ("name", $"{policy} {bad}"), ("city", $"{row}"), ("parent", row < bad ? "cus_0000000000005" : null))),
        ]) { AllOrNothing = false, Duplicates = policy };
    }
}
