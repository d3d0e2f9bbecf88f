using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Access;

/// <summary>More grants on an entity than a coverage has bits are refused when they are made, whichever way they would come together.</summary>
public sealed class RolesTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_role_with_too_many_grants_on_an_entity_is_refused(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var refused = (await world.SaveAsync("many", 65)).Refusals;
        var kept = await world.SaveAsync("most", 64);

        var refusal = Assert.Single(refused);
        Assert.Equal("access.tooManyGrants", refusal.Code.Code);
        Assert.Contains("65 grants on Customer, of at most 64", refusal.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("65", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Empty(kept.Refusals);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Roles_that_together_give_a_person_too_many_are_refused_when_one_is_given_and_when_one_grows(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (first, second, third) = ((await world.SaveAsync("first", 40)).Id, (await world.SaveAsync("second", 24)).Id, (await world.SaveAsync("third", 1)).Id);
        Assert.Empty(await world.GiveAsync(first));
        Assert.Empty(await world.GiveAsync(second));

        Assert.Equal("access.tooManyGrants", Assert.Single(await world.GiveAsync(third)).Code.Code);
        Assert.Equal("access.tooManyGrants", Assert.Single((await world.SaveAsync("second", 25, second)).Refusals).Code.Code);
        Assert.Empty((await world.SaveAsync("second", 23, second)).Refusals);
        Assert.Empty(await world.GiveAsync(third));

        Assert.Equal(64, (await world.Tenants.OpenAsync(TwoTenants.Acme, world.Anna)).Rights.On("customer").Grants.Count);
    }

    private sealed class World : IAsyncDisposable
    {
        private readonly LedgerScope scope;

        private World(TwoTenants tenants, LedgerScope scope, Actor anna) => (Tenants, this.scope, Anna) = (tenants, scope, anna);

        public TwoTenants Tenants { get; }

        public Actor Anna { get; }

        /// <summary>Anna has as many grants as she may have in Globex, which count for nothing in Acme.</summary>
        public static async Task<World> CreateAsync(Provider provider)
        {
            var tenants = await TwoTenants.CreateAsync(provider);
            var anna = await tenants.AddMemberAsync(TwoTenants.Acme, "Anna");
            await tenants.AddRoleAsync(TwoTenants.Globex, "theirs", Grants(64), anna);
            return new World(tenants, await tenants.OpenAsync(TwoTenants.Acme), anna);
        }

        public async Task<(long Id, IReadOnlyList<Refusal> Refusals)> SaveAsync(string name, int grants, long? id = null)
        {
            await using var context = Tenants.Ledger.CreateContext(scope.TenantId);
            return await new Roles(context, scope.Schema, Tenants.Ids).SaveAsync(name, Grants(grants), CancellationToken.None, id);
        }

        public async Task<IReadOnlyList<Refusal>> GiveAsync(long role)
        {
            await using var context = Tenants.Ledger.CreateContext(scope.TenantId);
            return await new Roles(context, scope.Schema, Tenants.Ids).GiveAsync(role, Anna.Id, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => Tenants.DisposeAsync();

        private static Grant[] Grants(int count) => [.. Enumerable.Range(0, count).Select(_ => new Grant("customer", new OwnRecords()))];
    }
}
