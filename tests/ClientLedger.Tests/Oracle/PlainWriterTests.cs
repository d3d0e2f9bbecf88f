using ClientLedger.Access;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Oracle;

public sealed class PlainWriterTests
{
    private readonly PlainCase ledger = new();

    [Fact]
    public void A_new_record_has_its_defaults_and_one_log_entry()
    {
        var row = ledger.One(ledger.Owner, PlainCase.Create("customer", ("name", " Acme　Ltd "), ("phones", new[] { "+8613800138000" })));

        Assert.Equal(Outcome.Created, row.Outcome);
        Assert.Equal("Acme Ltd", row.Record!["name"]);
        Assert.Equal("organisation", row.Record["kind"]);
        Assert.Equal((1L, PlainCase.Ann), (row.Record.Version, row.Record.CreatedBy));
        var entry = Assert.Single(ledger.Ledger.Log);
        Assert.Equal((Verb.Create, 1L), (entry.Verb, entry.Version));
        Assert.Contains(new PlainChange("name", null, "Acme Ltd"), entry.Changes);
        Assert.DoesNotContain(entry.Changes, change => change.After is null);
    }

    [Fact]
    public void What_is_wrong_is_refused_with_field_and_code()
    {
        var taken = ledger.Add("customer", ("name", "A"), ("number", "C-1"));

        Assert.Equal([new("name", "write.required")], Refused(PlainCase.Create("customer", ("kind", "person"))));
        Assert.Equal([new("number", "write.taken")], Refused(PlainCase.Create("customer", ("name", "B"), ("number", "c-1"))));
        Assert.Equal([new("noSuch", "write.fieldUnknown"), new("orderCount", "write.fieldDerived")], Refused(PlainCase.Create("customer", ("name", "B"), ("noSuch", 1), ("orderCount", 1L))));
        Assert.Equal([new("number", "write.tooLong"), new("creditLimit", "write.tooSmall")], Refused(PlainCase.Create("customer", ("name", "B"), ("number", new string('x', 41)), ("creditLimit", -1m))));
        Assert.Equal([new("parent", "write.referenceUnknown")], Refused(PlainCase.Create("customer", ("name", "B"), ("parent", 99_999L))));
        Assert.Equal([new("parent", "write.referenceToItself")], Refused(PlainCase.Update(taken, null, ("parent", taken.Id))));
        Assert.Equal([new(null, "write.baseTooOld")], Refused(PlainCase.Update(taken, 7, ("city", "X"))));
        Assert.Empty(ledger.Ledger.Log);
    }

    [Fact]
    public void One_refused_row_holds_back_all_or_itself_alone()
    {
        RecordChange[] changes = [PlainCase.Create("customer", ("name", "A")), PlainCase.Create("customer", ("name", null))];

        var together = ledger.Apply(ledger.Owner, changes);
        Assert.Equal((false, 0), (together.Applied, ledger.Ledger.Records.Count));
        Assert.Equal([Outcome.Withheld, Outcome.Refused], together.Rows.Select(row => row.Outcome));

        var apart = ledger.Apply(ledger.Owner, new ChangeSet(Door.Api, changes) { AllOrNothing = false });
        Assert.Equal((true, 1), (apart.Applied, ledger.Ledger.Records.Count));
    }

    [Fact]
    public void Two_people_merge_by_field_and_by_element_and_meet_in_a_conflict()
    {
        var customer = ledger.One(ledger.Owner, PlainCase.Create("customer", ("name", "A"), ("city", "Wuhan"), ("brands", new[] { "x", "y" }))).Record!;
        ledger.One(ledger.Owner, PlainCase.Update(customer, 1, ("city", "Xi'an"), ("brands", new[] { "y", "z" })));

        var merged = ledger.One(ledger.Owner, PlainCase.Update(customer, 1, ("street", "Main"), ("brands", new[] { "x", "y", "w" })));
        var conflict = ledger.One(ledger.Owner, PlainCase.Update(customer, 1, ("city", "Chengdu")));
        var untouched = ledger.One(ledger.Owner, PlainCase.Update(customer, 1, ("city", "Wuhan")));

        Assert.Equal((Outcome.Updated, 3L), (merged.Outcome, customer.Version));
        Assert.Equal(["y", "z", "w"], (string[])customer["brands"]!);
        Assert.Equal(Outcome.Conflict, conflict.Outcome);
        Assert.Equal([new FieldConflict("city", "Chengdu", "Xi'an")], conflict.Conflicts);
        Assert.Equal(Outcome.Unchanged, untouched.Outcome);
        Assert.Equal("Xi'an", customer["city"]);
    }

    [Fact]
    public void A_deleted_record_leaves_others_as_they_are_and_comes_back_where_its_number_is_free()
    {
        var customer = ledger.One(ledger.Owner, PlainCase.Create("customer", ("name", "A"), ("number", "1"))).Record!;
        var note = ledger.One(ledger.Owner, PlainCase.Create("note", ("customer", customer.Id), ("body", "x"))).Record!;

        Assert.Equal(Outcome.Deleted, ledger.One(ledger.Owner, On(Verb.Delete, customer)).Outcome);
        Assert.Equal(customer.Id, note["customer"]);
        Assert.Equal([new(null, "write.recordDeleted")], Refused(PlainCase.Update(customer, null, ("city", "X"))));
        Assert.Equal([new(null, "write.recordLive")], Refused(On(Verb.Restore, note)));
        Assert.Equal([new("customer", "write.referenceUnknown")], Refused(PlainCase.Create("note", ("customer", customer.Id), ("body", "y"))));
        var other = ledger.One(ledger.Owner, PlainCase.Create("customer", ("name", "B"), ("number", "1"))).Record!;
        Assert.Equal([new("number", "write.taken")], Refused(On(Verb.Restore, customer)));
        ledger.One(ledger.Owner, On(Verb.Delete, other));
        Assert.Equal(Outcome.Restored, ledger.One(ledger.Owner, On(Verb.Restore, customer)).Outcome);
        Assert.Equal(3, customer.Version);
    }

    [Fact]
    public void A_duplicate_is_asked_about_kept_left_out_or_updated()
    {
        var customer = ledger.Add("customer", ("name", "A"), ("phones", new[] { "+8613800138000" }));
        var again = PlainCase.Create("customer", ("name", "B"), ("phones", new[] { "+8613900139000", "+8613800138000" }));

        var asked = ledger.One(ledger.Owner, again);
        Assert.Equal([new("phones", "write.duplicateFound")], asked.Refusals);
        Assert.Equal([new DuplicateHit("phones", customer.Id, "A")], asked.Duplicates);
        Assert.Equal(Outcome.Skipped, With(DuplicatePolicy.Skip).Outcome);
        Assert.Equal(Outcome.Updated, With(DuplicatePolicy.Update).Outcome);
        Assert.Equal("B", customer["name"]);
        Assert.Equal(Outcome.Created, With(DuplicatePolicy.Create).Outcome);
        Assert.Contains("write.duplicateAmbiguous", With(DuplicatePolicy.Update).Refusals.Select(refusal => refusal.Code));

        PlainRow With(DuplicatePolicy policy) => ledger.Apply(ledger.Owner, new ChangeSet(Door.Import, [again]) { Duplicates = policy }).Rows[0];
    }

    [Fact]
    public void A_key_finds_the_record_or_makes_it()
    {
        var first = ledger.One(ledger.Owner, Upsert("C-1", "A"));
        var second = ledger.One(ledger.Owner, Upsert("c-1", "B"));

        Assert.Equal((Outcome.Created, Outcome.Updated), (first.Outcome, second.Outcome));
        Assert.Equal("B", first.Record!["name"]);
        Assert.Equal([new("number", "write.keyMissing")], Refused(Upsert(null, "C")));
        Assert.Equal([new(null, "write.keyNotUsable")], Refused(Upsert("C-2", "C") with { Key = "name" }));

        static RecordChange Upsert(string? number, string name) => new(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", number), ("name", name)) };
    }

    [Fact]
    public void An_order_has_the_amount_of_its_lines_in_one_version()
    {
        var customer = ledger.Add("customer", ("name", "A"));
        var rows = ledger.Apply(
            ledger.Owner,
            PlainCase.Create("order", ("customer", customer.Id), ("orderedAt", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))) with { Label = "order" },
            PlainCase.Create("orderLine", ("order", new RecordReference.ByLabel("order")), ("quantity", 3m), ("unitPrice", 0.00005m * 100), ("discount", 0.01m)),
            PlainCase.Create("orderLine", ("order", new RecordReference.ByLabel("order")), ("quantity", 0.5m), ("unitPrice", 0.0001m))).Rows;
        var order = rows[0].Record!;
        Assert.Equal((0.005m, 1L), (order["amount"], order.Version));

        ledger.One(ledger.Owner, PlainCase.Update(rows[2].Record!, null, ("quantity", 1m)));
        Assert.Equal((0.0051m, 2L), (order["amount"], order.Version));
        Assert.Equal(0.005m, Assert.Single(ledger.Ledger.Log[^2].Changes, change => change.Field == "amount").Before);
    }

    [Fact]
    public void Nobody_gives_a_record_away_unseen_or_takes_one()
    {
        var mine = ledger.Add("customer", ("name", "A"), ("owner", PlainCase.Ann));
        var his = ledger.Add("customer", ("name", "B"), ("owner", PlainCase.Bob));
        var own = new Grant("customer", new OwnRecords()) { Create = true };
        var readsAll = new Grant("customer", new EveryRecord()) { Others = FieldRight.ReadOnly };
        var ann = ledger.Caller(PlainCase.Ann, own, readsAll);
        var boss = ledger.Caller(PlainCase.Ann, own with { Reassign = true }, readsAll);

        Assert.Equal([new(null, "write.outOfReach")], Refused(PlainCase.Update(mine, null, ("owner", PlainCase.Bob)), ann));
        Assert.Equal([new("owner", "write.fieldNotWritable")], Refused(PlainCase.Update(his, null, ("owner", PlainCase.Ann)), ann));
        Assert.Equal([new(null, "write.createNotAllowed")], Refused(PlainCase.Create("customer", ("name", "C"), ("owner", PlainCase.Bob)), ann));
        Assert.Equal([new(null, "write.deleteNotAllowed")], Refused(On(Verb.Delete, mine), ann));
        Assert.Equal(Outcome.Updated, ledger.One(boss, PlainCase.Update(mine, null, ("owner", PlainCase.Bob))).Outcome);
    }

    private static RecordChange On(Verb verb, PlainRecord record) => new(verb, record.Entity) { Id = record.Id };

    private IReadOnlyList<PlainRefusal> Refused(RecordChange change, LedgerScope? scope = null) => ledger.One(scope ?? ledger.Owner, change).Refusals;
}
