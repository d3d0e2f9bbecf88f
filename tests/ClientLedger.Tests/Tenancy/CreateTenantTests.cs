using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Tenancy;

public sealed class CreateTenantTests
{
    private static readonly TenantSettings Settings = new()
    {
        Company = "Initech", Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Language = Language.Chinese, BaseCurrency = "CNY", DefaultCountry = "CN",
    };

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Makes_everything_that_a_tenant_needs(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var lin = await tenants.AddAccountAsync("Lin");

        var (id, refusals) = await tenants.Create.RunAsync(new NewTenant("initech", Settings, lin.Id, "Lin", "main"), default);

        Assert.Empty(refusals);
        var scope = await tenants.OpenAsync("initech", lin);
        Assert.Equal(id, scope.TenantId);
        Assert.True(scope.Secrets.IsReadable);
        Assert.True(scope.Rights.On("customer").SeesEveryRecord);
        await using var ledger = tenants.Ledger.CreateContext(id);
        Assert.Equal(Book.DefaultId, (await ledger.Set<Book>().SingleAsync()).Id);
        Assert.Equal("所有者", (await ledger.Set<Role>().SingleAsync()).Name);
        Assert.Equal(NumberSequence.Defaults().Count, await ledger.Set<NumberSequence>().CountAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Finishes_what_a_crash_left_between_catalog_and_ledger(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var lin = await tenants.AddAccountAsync("Lin");
        var other = await tenants.AddAccountAsync("Chen");
        var request = new NewTenant("initech", Settings, lin.Id, "Lin", "main");
        var (id, _) = await tenants.Create.RunAsync(request, default);
        await using (var catalog = tenants.Catalog.CreateContext())
        {
            await catalog.Tenants.Where(tenant => tenant.Id == id).ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, TenantState.Preparing));
        }

        await Assert.ThrowsAsync<RefusedException>(() => tenants.OpenAsync("initech", lin));
        var (_, taken) = await tenants.Create.RunAsync(request with { Owner = other.Id }, default);
        var (again, refusals) = await tenants.Create.RunAsync(request, default);

        Assert.Equal("tenancy.nameTaken", Assert.Single(taken).Code.Code);
        Assert.Empty(refusals);
        Assert.Equal(id, again);
        Assert.Equal(id, (await tenants.OpenAsync("initech", lin)).TenantId);
        await using var ledger = tenants.Ledger.CreateContext(id);
        Assert.Equal(1, await ledger.Set<Role>().CountAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Fills_a_ledger_that_was_never_reached(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var lin = await tenants.AddAccountAsync("Lin");
        await using (var catalog = tenants.Catalog.CreateContext())
        {
            var begun = catalog.Add(new Tenant { Name = "initech", Shard = "main" }).Entity;
            await catalog.SaveChangesAsync();
            catalog.Add(tenants.Keys.NewKey(begun.Id));
            catalog.Add(new Membership { TenantId = begun.Id, AccountId = lin.Id, DisplayName = "Lin" });
            await catalog.SaveChangesAsync();
        }

        var (id, refusals) = await tenants.Create.RunAsync(new NewTenant("initech", Settings, lin.Id, "Lin", "main"), default);

        Assert.Empty(refusals);
        Assert.Equal(id, (await tenants.OpenAsync("initech", lin)).TenantId);
    }

    [Fact]
    public async Task Refuses_all_that_is_wrong_at_once_and_leaves_nothing_behind()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var wrong = new NewTenant("Ini tech", Settings with { BaseCurrency = "yuan", DefaultCountry = "China", Company = " " }, 12, "Lin", "main");

        var (id, refusals) = await tenants.Create.RunAsync(wrong, default);

        Assert.Equal(0, id);
        Assert.Equal(["tenancy.name", "settings.company", "settings.currency", "settings.country", "tenancy.ownerUnknown"], refusals.Select(refusal => refusal.Code.Code));
        await using var catalog = tenants.Catalog.CreateContext();
        Assert.Equal(2, await catalog.Tenants.CountAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Refuses_a_name_that_is_taken_and_a_shard_that_is_not_there(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var request = new NewTenant(TwoTenants.Acme, Settings, tenants.Owner.Id, "Owner", "main");

        Assert.Equal("tenancy.nameTaken", Assert.Single((await tenants.Create.RunAsync(request, default)).Refusals).Code.Code);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => tenants.Create.RunAsync(request with { Shard = "north" }, default));
        Assert.Equal("tenancy.shardUnknown", refused.Refusal.Code.Code);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Of_several_who_want_a_name_at_once_one_gets_it(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var owners = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => tenants.AddAccountAsync($"Owner {number}")));

        var results = await Task.WhenAll(owners.Select(owner =>
            Task.Run(() => tenants.Create.RunAsync(new NewTenant("initech", Settings, owner.Id, owner.Name, "main"), default))));

        Assert.Single(results, result => result.Refusals.Count == 0);
        Assert.All(results.Where(result => result.TenantId == 0), result => Assert.Equal("tenancy.nameTaken", Assert.Single(result.Refusals).Code.Code));
    }
}
