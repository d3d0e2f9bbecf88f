using System.Buffers;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Tenancy;

/// <summary>A role out of the tables, through both gates.</summary>
public sealed class RestrictedRoleTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Sees_own_records_one_field_masked_and_one_not_at_all(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var lin = await tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        await tenants.AddRoleAsync(TwoTenants.Acme, "sales", RoleTemplates.Restricted(BuiltInEntities.Schema), lin);
        await tenants.JoinAsync(TwoTenants.Globex, lin);
        await tenants.AddRoleAsync(TwoTenants.Globex, "sales", RoleTemplates.Restricted(BuiltInEntities.Schema), lin);
        foreach (var tenant in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var owner = await tenants.OpenAsync(tenant);
            await DoneAsync(tenants, owner, Customer("Own of " + tenant, lin));
            await DoneAsync(tenants, owner, Customer("Other of " + tenant, tenants.Owner));
        }

        await tenants.LeaveAsync(TwoTenants.Globex, lin);
        var scope = await tenants.OpenAsync(TwoTenants.Acme, lin);
        var query = new LedgerQuery("customer") { Select = [new FieldSelection("name"), new FieldSelection("phones")] };

        Assert.Equal("""{"rows":[{"name":"Own of acme","phones":["+86138****8000"]}]}""", await ReadAsync(tenants, scope, query));
        await Assert.ThrowsAsync<ClientLedger.Messages.RefusedException>(() => ReadAsync(tenants, scope, query with { Select = [new FieldSelection("creditLimit")] }));
        await Assert.ThrowsAsync<ClientLedger.Messages.RefusedException>(() => tenants.OpenAsync(TwoTenants.Globex, lin));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Adds_own_records_and_gives_none_away(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var lin = await tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        await tenants.AddRoleAsync(TwoTenants.Acme, "sales", RoleTemplates.Restricted(BuiltInEntities.Schema), lin);
        var scope = await tenants.OpenAsync(TwoTenants.Acme, lin);

        var id = await DoneAsync(tenants, scope, new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", "Initech"), ("kind", "organisation"), ("owner", lin.Id)) });
        await DoneAsync(tenants, scope, new RecordChange(Verb.Create, "note") { Values = FieldValues.Of(("customer", id), ("body", "called")) });

        Assert.NotEmpty((await ApplyAsync(tenants, scope, new RecordChange(Verb.Update, "customer") { Id = id, Values = FieldValues.Of(("owner", tenants.Owner.Id)) })).Refusals);
        Assert.NotEmpty((await ApplyAsync(tenants, scope, new RecordChange(Verb.Update, "customer") { Id = id, Values = FieldValues.Of(("creditLimit", "5")) })).Refusals);
        Assert.NotEmpty((await ApplyAsync(tenants, scope, new RecordChange(Verb.Delete, "customer") { Id = id })).Refusals);
        Assert.NotEmpty((await ApplyAsync(tenants, scope, Customer("Umbrella", tenants.Owner))).Refusals);
    }

    private static RecordChange Customer(string name, Actor owner) => new(Verb.Create, "customer")
    {
        Values = FieldValues.Of(("name", name), ("kind", "organisation"), ("owner", owner.Id), ("phones", "+8613800138000"), ("creditLimit", "100"), ("currency", "CNY")),
    };

    private static async Task<long> DoneAsync(TwoTenants tenants, LedgerScope scope, RecordChange change)
    {
        var row = await ApplyAsync(tenants, scope, change);
        Assert.Empty(row.Refusals.Select(refusal => refusal.ToString()));
        return row.Id!.Value;
    }

    private static async Task<RowResult> ApplyAsync(TwoTenants tenants, LedgerScope scope, RecordChange change) =>
        (await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [change]) { Duplicates = DuplicatePolicy.Create }, default)).Rows[0];

    private static async Task<string> ReadAsync(TwoTenants tenants, LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        await tenants.Reading.ReadAsync(scope, query, output, default);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
