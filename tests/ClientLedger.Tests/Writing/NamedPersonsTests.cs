using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>Persons and books that a change names are the tenant's own, and there; what a record names already may stay.</summary>
public sealed class NamedPersonsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_owner_is_an_active_member_of_the_tenant(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var anna = await tenants.AddMemberAsync(TwoTenants.Acme, "Anna");
        var gone = await tenants.AddMemberAsync(TwoTenants.Acme, "Gone");
        var foreign = await tenants.AddMemberAsync(TwoTenants.Globex, "Foreign");
        var nobody = await tenants.AddAccountAsync("Nobody");
        await tenants.LeaveAsync(TwoTenants.Acme, gone);

        foreach (var (person, isMember) in new[] { (anna.Id, true), (tenants.Owner.Id, true), (gone.Id, false), (foreign.Id, false), (nobody.Id, false), (7L, false) })
        {
            var result = await ApplyAsync(tenants, TwoTenants.Acme, WriteGateTests.Create("customer", ("name", $"Of {person}"), ("owner", person)));
            Assert.Equal(isMember ? null : "write.personUnknown", result.Refusals.SingleOrDefault()?.Code.Code);
        }

        Assert.Empty((await ApplyAsync(tenants, TwoTenants.Globex, WriteGateTests.Create("customer", ("name", "Theirs"), ("owner", foreign.Id)))).Refusals);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Who_has_left_stays_where_he_is_named_and_comes_to_be_named_nowhere(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var gone = await tenants.AddMemberAsync(TwoTenants.Acme, "Gone");
        var his = await ApplyAsync(tenants, TwoTenants.Acme, WriteGateTests.Create("customer", ("name", "His"), ("owner", gone.Id)));
        var other = await ApplyAsync(tenants, TwoTenants.Acme, WriteGateTests.Create("customer", ("name", "Other")));
        await tenants.LeaveAsync(TwoTenants.Acme, gone);

        var kept = await ApplyAsync(tenants, TwoTenants.Acme, WriteGateTests.Update("customer", his.Id!.Value, 1, ("owner", gone.Id), ("city", "Bonn")));
        var moved = await ApplyAsync(tenants, TwoTenants.Acme, WriteGateTests.Update("customer", other.Id!.Value, 1, ("owner", gone.Id)));

        Assert.Equal(Outcome.Updated, kept.Outcome);
        var refusal = Assert.Single(moved.Refusals);
        Assert.Equal(("write.personUnknown", "owner"), (refusal.Code.Code, refusal.Field));
        Assert.Contains("acc_", refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    /// <summary>A program signs in on its own behalf; it is no member, and owns what it makes.</summary>
    [Fact]
    public async Task A_program_may_name_itself_and_no_other()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var program = new Actor(ActorKind.Client, tenants.Ids.Next(), "Shop");
        var other = new Actor(ActorKind.Client, tenants.Ids.Next(), "Other shop");
        await tenants.AddRoleAsync(TwoTenants.Acme, "shop", [new Grant("customer", new OwnRecords()) { Create = true }], program, other);
        var scope = await tenants.OpenAsync(TwoTenants.Acme, program);

        Task<ChangeResult> OwnedByAsync(Actor owner) => tenants.Writing.ApplyAsync(
            scope, new ChangeSet(Door.Api, [WriteGateTests.Create("customer", ("name", owner.Name), ("owner", owner.Id))]), CancellationToken.None);

        Assert.True((await OwnedByAsync(program)).Applied);
        Assert.Equal("write.personUnknown", (await OwnedByAsync(other)).Rows[0].Refusals[0].Code.Code);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_book_is_one_of_the_tenants(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        await tenants.EditAsync(TwoTenants.Globex, context =>
        {
            context.Add(new Book { Id = 2, Name = "Partners" });
            return Task.CompletedTask;
        });
        var second = WriteGateTests.Create("customer", ("name", "In the second book"), ("book", 2));

        var refusal = Assert.Single((await ApplyAsync(tenants, TwoTenants.Acme, second)).Refusals);

        Assert.Equal(("write.bookUnknown", "book"), (refusal.Code.Code, refusal.Field));
        Assert.Contains("1 (Customers)", refusal.In(Language.English), StringComparison.Ordinal);
        Assert.Empty((await ApplyAsync(tenants, TwoTenants.Globex, second)).Refusals);
        Assert.Empty((await ApplyAsync(tenants, TwoTenants.Acme, WriteGateTests.Create("customer", ("name", "In the first"), ("book", 1)))).Refusals);
    }

    private static async Task<RowResult> ApplyAsync(TwoTenants tenants, string tenant, RecordChange change) =>
        (await tenants.Writing.ApplyAsync(await tenants.OpenAsync(tenant), new ChangeSet(Door.Page, [change]), CancellationToken.None)).Rows[0];
}
