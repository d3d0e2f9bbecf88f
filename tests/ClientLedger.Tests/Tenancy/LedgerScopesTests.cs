using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Tenancy;

public sealed class LedgerScopesTests
{
    private static readonly FieldDescriptor CreditScore = new() { Id = 0, Name = "creditScore", Label = new("信用评分", "Credit score"), Type = FieldType.Integer };

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task The_owner_gets_every_right_and_the_tenants_own_settings(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);

        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.Scopes.OpenAsync(2, tenants.Owner, default);

        Assert.Equal((1, "acme", "CNY", Language.English), (acme.TenantId, acme.TenantName, acme.Settings.BaseCurrency, acme.Language));
        Assert.Equal((2, "globex", "EUR", Language.Chinese), (globex.TenantId, globex.TenantName, globex.Settings.BaseCurrency, globex.Language));
        Assert.Equal("Europe/Paris", globex.Settings.Zone.Id);
        Assert.True(acme.Rights.On("customer").SeesEveryRecord);
        Assert.Equal(tenants.Owner.Id, acme.Rights.Person);
        Assert.NotEqual(acme.Secrets.LogKey, globex.Secrets.LogKey);
        Assert.True(acme.Secrets.IsReadable);
        Assert.Same(BuiltInEntities.Schema, acme.Schema);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Refuses_whoever_is_no_active_member(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var member = await tenants.AddMemberAsync(TwoTenants.Globex, "Lin");

        Assert.Equal("tenancy.unknown", await RefusedAsync(() => tenants.OpenAsync("initech")));
        Assert.Equal("tenancy.unknown", await RefusedAsync(() => tenants.Scopes.OpenAsync(99, tenants.Owner, default)));
        Assert.Equal("tenancy.notMember", await RefusedAsync(() => tenants.OpenAsync(TwoTenants.Acme, member)));
        Assert.Equal("tenancy.notMember", await RefusedAsync(() => tenants.OpenAsync(TwoTenants.Acme, new Actor(ActorKind.Client, 77, "robot"))));
        Assert.Empty((await tenants.OpenAsync(TwoTenants.Globex, member)).Rights.On("customer").Grants);

        await using (var catalog = tenants.Catalog.CreateContext())
        {
            await catalog.Memberships.Where(x => x.AccountId == member.Id).ExecuteUpdateAsync(set => set.SetProperty(x => x.State, MembershipState.Suspended));
        }

        Assert.Equal("tenancy.notMember", await RefusedAsync(() => tenants.OpenAsync(TwoTenants.Globex, member)));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_suspended_tenant_says_why_to_the_product_too_and_the_other_goes_on(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        await tenants.OpenAsync(TwoTenants.Acme);
        await using (var catalog = tenants.Catalog.CreateContext())
        {
            var acme = await catalog.Tenants.SingleAsync(tenant => tenant.Name == TwoTenants.Acme);
            (acme.State, acme.Reason) = (TenantState.Suspended, "unpaid since May");
            await catalog.SaveChangesAsync();
        }

        var refused = await Assert.ThrowsAsync<RefusedException>(() => tenants.OpenAsync(TwoTenants.Acme, Actor.System("import")));
        Assert.Equal("tenancy.suspended", refused.Refusal.Code.Code);
        Assert.Contains("unpaid since May", refused.Refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.NotNull(await tenants.OpenAsync(TwoTenants.Globex));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_changed_role_acts_at_the_next_opening_on_every_node(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        using var otherNode = new ClientLedger.Tenancy.LedgerScopes(tenants.Catalog, tenants.Shards, tenants.Keys, BuiltInEntities.Schema, TwoTenants.Fresh, tenants.Clock);
        var lin = await tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        Assert.Empty((await otherNode.OpenAsync(TwoTenants.Acme, lin, default)).Rights.On("customer").Grants);

        var role = await tenants.AddRoleAsync(TwoTenants.Acme, "sales", RoleTemplates.Restricted(BuiltInEntities.Schema), lin);
        var customer = (await otherNode.OpenAsync(TwoTenants.Acme, lin, default)).Rights.On("customer");
        Assert.IsType<OwnRecords>(Assert.Single(customer.Grants).Rule);
        Assert.Equal(ReadRight.Hidden, customer.Best(customer.Entity.OrdinalOf("creditLimit")));
        Assert.Equal(ReadRight.Masked, customer.Best(customer.Entity.OrdinalOf("phones")));

        await tenants.EditAsync(TwoTenants.Acme, context => new Roles(context, BuiltInEntities.Schema, tenants.Ids)
            .SaveAsync("sales", [new Grant("customer", new EveryRecord())], default, role));
        Assert.True((await otherNode.OpenAsync(TwoTenants.Acme, lin, default)).Rights.On("customer").SeesEveryRecord);
        Assert.Empty((await otherNode.OpenAsync(TwoTenants.Acme, lin, default)).Rights.On("order").Grants);

        await tenants.EditAsync(TwoTenants.Acme, context => new Roles(context, BuiltInEntities.Schema, tenants.Ids).TakeAsync(role, lin.Id, default));
        Assert.Empty((await otherNode.OpenAsync(TwoTenants.Acme, lin, default)).Rights.On("customer").Grants);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Teams_own_fields_and_settings_of_one_tenant_leave_the_other_alone(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var lin = await tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        var (sales, east) = (tenants.Ids.Next(), tenants.Ids.Next());
        await tenants.EditAsync(TwoTenants.Acme, async context =>
        {
            context.AddRange(new Team { Id = sales, Name = "Sales" }, new Team { Id = east, Name = "East", ParentId = sales });
            context.AddRange(new TeamMember { TeamId = sales, PersonId = tenants.Owner.Id }, new TeamMember { TeamId = east, PersonId = lin.Id });
            (await context.Set<TenantSettingsRow>().SingleAsync()).Company = "Acme & Co";
        });
        Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", CreditScore, default));

        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.OpenAsync(TwoTenants.Globex);

        Assert.Equal([sales], acme.Rights.Teams);
        Assert.Equal([tenants.Owner.Id], acme.Rights.TeamPersons);
        Assert.Equal(new[] { tenants.Owner.Id, lin.Id }.Order(), acme.Rights.TeamAndBelowPersons);
        Assert.Empty(globex.Rights.Teams);
        Assert.Equal("Acme & Co", acme.Settings.Company);
        Assert.Equal("globex", globex.Settings.Company);
        Assert.Equal(CustomField.FirstId, acme.Schema["customer"].Find("creditScore")!.Id);
        Assert.Equal(ReadRight.Clear, acme.Rights.On("customer").Best(acme.Schema["customer"].OrdinalOf("creditScore")));
        Assert.Null(globex.Schema["customer"].Find("creditScore"));
    }

    [Fact]
    public async Task The_product_opens_a_ledger_under_a_name()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var scope = await tenants.OpenAsync(TwoTenants.Acme, Actor.System("verifier"));

        Assert.Equal((ActorKind.System, "verifier"), (scope.Actor.Kind, scope.Actor.Name));
        Assert.True(scope.Rights.On("order").SeesEveryRecord);
        await Assert.ThrowsAsync<ArgumentNullException>(() => tenants.Scopes.OpenAsync(TwoTenants.Acme, null!, default));
    }

    [Fact]
    public async Task A_program_with_a_role_opens_a_ledger()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var robot = new Actor(ActorKind.Client, tenants.Ids.Next(), "robot");
        await tenants.AddRoleAsync(TwoTenants.Acme, "reader", [new Grant("customer", new EveryRecord()) { Others = FieldRight.ReadOnly }], robot);

        Assert.True((await tenants.OpenAsync(TwoTenants.Acme, robot)).Rights.On("customer").SeesEveryRecord);
        Assert.Equal("tenancy.notMember", await RefusedAsync(() => tenants.OpenAsync(TwoTenants.Globex, robot)));
    }

    private static async Task<string> RefusedAsync(Func<Task> open) => (await Assert.ThrowsAsync<RefusedException>(open)).Refusal.Code.Code;
}
