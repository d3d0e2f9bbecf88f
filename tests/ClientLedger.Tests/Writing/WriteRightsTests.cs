using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>What a caller may not read or write stays unread and unwritten, whichever way it asks.</summary>
public sealed class WriteRightsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_field_that_is_not_writable_on_a_record_is_refused_whether_the_value_is_guessed_or_not(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var id = await OthersAsync(gates);
        var scope = OwnAndOthers(gates, hidden: "city");

        var wrong = await gates.ApplyAsync(scope, WriteGateTests.Update("customer", id, null, ("city", "Bonn")));
        var right = await gates.ApplyAsync(scope, WriteGateTests.Update("customer", id, null, ("city", "Trier")));
        var based = await gates.ApplyAsync(scope, WriteGateTests.Update("customer", id, 1, ("city", "Trier")));

        Assert.All([wrong, right, based], result => Assert.Equal("write.fieldNotWritable", Assert.Single(result.Rows[0].Refusals).Code.Code));
        Assert.All([wrong, right, based], result => Assert.Equal(Outcome.Refused, result.Rows[0].Outcome));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_upsert_tells_nothing_of_a_record_whose_key_is_hidden(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        await OthersAsync(gates);
        var upsert = new RecordChange(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", "K1"), ("name", "Guess")) };

        var seen = await gates.ApplyAsync(OwnAndOthers(gates, hidden: "number"), upsert);
        var unseen = await gates.ApplyAsync(gates.Scope(TestLedger.Acme, TestGates.Ben, [new Grant("customer", new OwnRecords()) { Create = true }]), upsert);

        Assert.All([seen, unseen], result => Assert.Equal("write.taken", Assert.Single(result.Rows[0].Refusals).Code.Code));
        Assert.All([seen, unseen], result => Assert.Null(result.Rows[0].Id));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Who_may_delete_but_not_write_changes_no_value_on_the_way(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = await OthersAsync(gates);
        var scope = OwnAndOthers(gates, hidden: "bankName", mayDelete: true);

        var refused = await gates.ApplyAsync(scope, new RecordChange(Verb.Delete, "customer") { Id = id, Values = FieldValues.Of(("name", "Mine")) });
        await gates.DoneAsync(scope, new RecordChange(Verb.Delete, "customer") { Id = id });

        Assert.Equal("write.fieldNotWritable", Assert.Single(refused.Rows[0].Refusals).Code.Code);
        Assert.Equal("Others", (await TestGates.StoredAsync(owner, "customer", id))!["name"]);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_record_that_cannot_come_back_does_not_name_a_value_that_the_caller_does_not_see(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = await OthersAsync(gates);
        await gates.DoneAsync(owner, new RecordChange(Verb.Delete, "customer") { Id = id });
        await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Newcomer"), ("number", "K1")));
        var scope = OwnAndOthers(gates, hidden: "number", mayDelete: true);

        var refused = await gates.ApplyAsync(scope, new RecordChange(Verb.Restore, "customer") { Id = id });

        var refusal = Assert.Single(refused.Rows[0].Refusals);
        Assert.Equal("write.takenUnseen", refusal.Code.Code);
        Assert.Null(refusal.Field);
    }

    [Fact]
    public void Grants_beyond_those_that_coverage_can_tell_give_nothing()
    {
        var grants = Enumerable.Repeat(new Grant("customer", new OwnRecords()), EntityRights.MostGrants).Append(new Grant("customer", new EveryRecord())).ToList();
        var rights = RightsOf.Caller(BuiltInEntities.Schema, TestGates.Ben, grants, TeamTree.Empty).On("customer");

        Assert.Equal(EntityRights.MostGrants, rights.Grants.Count);
        Assert.False(rights.SeesEveryRecord);
    }

    /// <summary>Another person's customer, and one in the tenant beside.</summary>
    private static async Task<long> OthersAsync(TestGates gates)
    {
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside"), ("number", "K1")));
        return await gates.DoneAsync(
            gates.Owner(), WriteGateTests.Create("customer", ("name", "Others"), ("number", "K1"), ("city", "Trier"), ("owner", TestGates.Anna)));
    }

    /// <summary>Writes own customers and sees those of others, but for one field.</summary>
    private static LedgerScope OwnAndOthers(TestGates gates, string hidden, bool mayDelete = false) => gates.Scope(TestLedger.Acme, TestGates.Ben,
    [
        new Grant("customer", new OwnRecords()) { Create = true },
        new Grant("customer", new EveryRecord())
        {
            Others = FieldRight.ReadOnly,
            Fields = new Dictionary<string, FieldRight> { [hidden] = FieldRight.None },
            Delete = mayDelete,
        },
    ]);
}
