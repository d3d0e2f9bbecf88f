using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Access;

public sealed class RestrictedWritingTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_field_out_of_sight_is_unknown_and_a_masked_one_is_refused_whatever_the_value(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        foreach (var value in new object?[] { "500", 500m, "900", "nonsense", "", null })
        {
            Assert.Equal("creditLimit: write.fieldUnknown", await world.RefusedAsync(WriteGateTests.Update("customer", world.Own, null, ("creditLimit", value))));
            Assert.Equal("nonsense: write.fieldUnknown", await world.RefusedAsync(WriteGateTests.Update("customer", world.Own, null, ("nonsense", value))));
        }

        foreach (var value in new object?[] { "13800138001", "13900139000", null })
        {
            Assert.Equal("phones: write.fieldNotWritable", await world.RefusedAsync(WriteGateTests.Update("customer", world.Own, null, ("phones", value))));
        }

        Assert.Equal("name: write.fieldNotWritable", await world.RefusedAsync(WriteGateTests.Create("product", ("name", "x"))));
        Assert.Equal("orderCount: write.fieldDerived", await world.RefusedAsync(WriteGateTests.Update("customer", world.Own, null, ("orderCount", "1"))));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Nothing_is_given_away_taken_or_deleted(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        Assert.Equal("write.outOfReach", await world.RefusedAsync(WriteGateTests.Update("customer", world.Own, null, ("owner", TestGates.Ben), ("city", "Ulm"))));
        Assert.Equal("write.outOfReach", await world.RefusedAsync(WriteGateTests.Update("customer", world.Own, null, ("owner", null))));
        Assert.Equal("write.recordUnknown", await world.RefusedAsync(WriteGateTests.Update("customer", world.Other, null, ("owner", TestGates.Anna))));
        Assert.Equal("write.createNotAllowed", await world.RefusedAsync(WriteGateTests.Create("customer", ("name", "New"), ("owner", TestGates.Ben))));
        Assert.Equal("write.createNotAllowed", await world.RefusedAsync(WriteGateTests.Create("customer", ("name", "New"))));
        Assert.Equal("write.deleteNotAllowed", await world.RefusedAsync(new RecordChange(Verb.Delete, "customer") { Id = world.Own }));
        Assert.Equal("write.recordUnknown", await world.RefusedAsync(new RecordChange(Verb.Delete, "note") { Id = world.OtherNote }));
        Assert.Equal("write.recordUnknown", await world.RefusedAsync(new RecordChange(Verb.Confirm, "customer") { Id = world.Other }));
        Assert.Equal("customer: write.referenceUnknown", await world.RefusedAsync(WriteGateTests.Update("note", world.OwnNote, null, ("customer", world.Other))));
        Assert.Equal("customer: write.referenceUnknown", await world.RefusedAsync(WriteGateTests.Create("order", ("customer", world.Other), ("orderedAt", "2026-03-02"))));
        Assert.Equal("customer: write.referenceUnknown", await world.RefusedAsync(WriteGateTests.Create("note", ("customer", new RecordReference.ByField("name", "Name other")), ("body", "x"))));
        Assert.Equal("customer: write.keyNotUsable", await world.RefusedAsync(WriteGateTests.Create("note", ("customer", new RecordReference.ByField("creditLimit", "500")), ("body", "x"))));
        Assert.Equal("customer: write.keyNotUsable", await world.RefusedAsync(WriteGateTests.Create("note", ("customer", new RecordReference.ByField("phones", "13800138001")), ("body", "x"))));
        Assert.Equal(1, (await TestGates.StoredAsync(world.Owner, "customer", world.Own))!.Version);
        Assert.Equal(1, (await TestGates.StoredAsync(world.Owner, "customer", world.Other))!.Version);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Own_records_are_added_changed_and_moved_among_each_other(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var second = await world.ApplyAsync(WriteGateTests.Create("customer", ("name", "Second"), ("owner", TestGates.Anna)));
        var moved = await world.ApplyAsync(WriteGateTests.Update("note", world.OwnNote, 1, ("customer", second.Id), ("body", "moved")));
        var order = await world.ApplyAsync(WriteGateTests.Create("order", ("customer", second.Id), ("orderedAt", "2026-03-02"), ("amount", "5"), ("currency", "CNY")));
        var line = await world.ApplyAsync(WriteGateTests.Create("orderLine", ("order", order.Id), ("quantity", "2"), ("unitPrice", "3")));

        Assert.All(new[] { second, moved, order, line }, row => Assert.Empty(row.Refusals));
        Assert.Equal(6m, (await TestGates.StoredAsync(world.Owner, "order", order.Id!.Value))!["amount"]);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_role_that_may_reassign_gives_away_and_takes_what_it_sees(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var own = new Grant("customer", new OwnRecords()) { Create = true, Reassign = true };
        var giver = world.Gates.Scope(TestLedger.Acme, TestGates.Anna, [own]);
        var given = await world.Gates.ApplyAsync(giver, WriteGateTests.Update("customer", world.Own, 1, ("owner", TestGates.Ben)));
        var handedOver = await world.Gates.ApplyAsync(giver, WriteGateTests.Create("customer", ("name", "For Ben"), ("owner", TestGates.Ben)));
        var unseen = await world.Gates.ApplyAsync(giver, WriteGateTests.Update("customer", world.Other, 1, ("owner", TestGates.Anna)));
        Assert.Equal((Outcome.Updated, Outcome.Created), (given.Rows[0].Outcome, handedOver.Rows[0].Outcome));
        Assert.Equal("write.recordUnknown", Assert.Single(unseen.Rows[0].Refusals).Code.Code);

        var reader = new Grant("customer", new EveryRecord()) { Others = FieldRight.ReadOnly };
        var taker = world.Gates.Scope(TestLedger.Acme, TestGates.Anna, [own, reader]);
        var taken = await world.Gates.ApplyAsync(taker, WriteGateTests.Update("customer", world.Other, 1, ("owner", TestGates.Anna)));
        Assert.Equal(Outcome.Updated, taken.Rows[0].Outcome);
        var keeper = world.Gates.Scope(TestLedger.Acme, TestGates.Anna, [own with { Reassign = false }, reader]);
        var kept = await world.Gates.ApplyAsync(keeper, WriteGateTests.Update("customer", world.Own, 2, ("owner", TestGates.Anna)));
        Assert.Equal("owner: write.fieldNotWritable", Assert.Single(kept.Rows[0].Refusals).ToString());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Duplicates_tell_nothing_of_records_or_fields_out_of_sight(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        foreach (var (name, email) in new[] { ("Name other", "new@example.com"), ("Newcomer", "other@example.com") })
        {
            var unseen = await world.ApplyAsync(WriteGateTests.Create("customer", ("name", name), ("emails", email), ("owner", TestGates.Anna)));
            Assert.Equal(Outcome.Created, unseen.Outcome);
            Assert.Empty(unseen.Duplicates);
        }

        var seen = await world.ApplyAsync(WriteGateTests.Create("customer", ("name", "Name own"), ("owner", TestGates.Anna)));
        Assert.Equal([new DuplicateHit("name", world.Own, "Name own")], seen.Duplicates);

        // A phone that may be written, but is masked: a hit would tell its owner.
        var writesPhones = world.Gates.Scope(TestLedger.Acme, TestGates.Anna,
        [
            new Grant("customer", new EveryRecord()) { Create = true, Fields = new Dictionary<string, FieldRight> { ["phones"] = new(ReadRight.Masked, WriteRight.Yes) } },
        ]);
        var masked = await world.Gates.ApplyAsync(writesPhones, WriteGateTests.Create("customer", ("name", "By phone"), ("phones", "13800138001")));
        Assert.Equal(Outcome.Created, masked.Rows[0].Outcome);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_conflict_shows_no_value_that_is_not_clear_nor_whether_it_was_guessed(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        await world.Gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, 1, ("street", "Secret Street 7"), ("emails", "secret@example.com")));
        var masked = new FieldRight(ReadRight.Masked, WriteRight.Yes);
        var blind = world.Gates.Scope(TestLedger.Acme, TestGates.Anna,
        [
            new Grant("customer", new OwnRecords()) { Fields = new Dictionary<string, FieldRight> { ["street"] = masked, ["emails"] = masked } },
        ]);

        foreach (var (field, guess) in new (string, object?)[] { ("street", "Secret Street 7"), ("street", null), ("street", "Other"), ("emails", "secret@example.com"), ("emails", "own@example.com"), ("emails", "x@example.com") })
        {
            var row = (await world.Gates.ApplyAsync(blind, WriteGateTests.Update("customer", world.Own, 1, (field, guess)))).Rows[0];
            Assert.Equal(Outcome.Conflict, row.Outcome);
            Assert.Null(Assert.Single(row.Conflicts).Theirs);
            Assert.DoesNotContain("ecret", Assert.Single(row.Refusals).In(ClientLedger.Messages.Language.English), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await TestGates.StoredAsync(world.Owner, "customer", world.Own))!.Version);
    }
}
