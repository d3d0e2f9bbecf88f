using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ClientLedger.TestKit;

/// <summary>
/// A catalog and a ledger database of their own, with two tenants made as the product makes them: <c>acme</c> in Shanghai, in English and yuan,
/// and <c>globex</c> in Paris, in Chinese and euros. Time, ids and keys are fixed.
/// </summary>
public sealed class TwoTenants : IAsyncDisposable
{
    public const string Acme = "acme";
    public const string Globex = "globex";

    private readonly TestCatalog catalog;
    private readonly TestGates gates;

    private TwoTenants(TestCatalog catalog, TestGates gates)
    {
        this.catalog = catalog;
        this.gates = gates;
        Shards = new Shards(new Dictionary<string, LedgerDatabase> { ["main"] = gates.Database });
        Keys = new TenantKeyRing(catalog.Database, new MasterKey(new byte[MasterKey.Length]), Random, Clock);
        Scopes = new LedgerScopes(catalog.Database, Shards, Keys, BuiltInEntities.Schema, Fresh, Clock);
        Create = new CreateTenant(catalog.Database, Shards, Keys, Ids, Clock);
    }

    public FixedClock Clock => gates.Clock;

    public FixedRandom Random { get; } = new();

    public IdSource Ids => gates.Ids;

    public CatalogDatabase Catalog => catalog.Database;

    public LedgerDatabase Ledger => gates.Database;

    /// <summary>Connection string of the catalog.</summary>
    public string CatalogAddress => catalog.Address;

    /// <summary>The ledger's database with its owner.</summary>
    public TestLedger Stored => gates.Ledger;

    /// <summary>Connection string of the ledger's owner.</summary>
    public string OwnerAddress => gates.Ledger.OwnerAddress;

    /// <summary>What is read is read anew each time.</summary>
    public static IOptions<FreshnessOptions> Fresh { get; } = Options.Create(new FreshnessOptions { Milliseconds = 0 });

    public Shards Shards { get; }

    public TenantKeyRing Keys { get; }

    public LedgerScopes Scopes { get; }

    public CreateTenant Create { get; }

    public ReadGate Reading => gates.Reading;

    public WriteGate Writing => gates.Writing;

    /// <summary>The account that owns both tenants.</summary>
    public Actor Owner { get; private set; } = Actor.System("nobody");

    /// <summary>Two tenants in fresh databases.</summary>
    /// <param name="first">What is done before anybody has an account; null for nothing.</param>
    public static async Task<TwoTenants> CreateAsync(Provider provider, Func<TwoTenants, Task>? first = null)
    {
        var tenants = new TwoTenants(await TestCatalog.CreateAsync(provider), await TestGates.CreateAsync(provider));
        await tenants.Shards.EnterAsync(tenants.Catalog, CancellationToken.None);
        await (first?.Invoke(tenants) ?? Task.CompletedTask);
        tenants.Owner = await tenants.AddAccountAsync("Owner");
        await tenants.MakeAsync(Acme, "Asia/Shanghai", Language.English, "CNY", "CN");
        await tenants.MakeAsync(Globex, "Europe/Paris", Language.Chinese, "EUR", "FR");
        return tenants;
    }

    /// <summary>Opens a tenant's ledger; as its owner where nobody else is named.</summary>
    public Task<LedgerScope> OpenAsync(string tenant, Actor? actor = null) => Scopes.OpenAsync(tenant, actor ?? Owner, CancellationToken.None);

    /// <summary>A new account, member of no tenant.</summary>
    public async Task<Actor> AddAccountAsync(string name)
    {
        var id = Ids.Next();
        await using var context = Catalog.CreateContext();
        context.Users.Add(new Account { Id = id, UserName = RecordIds.Format(RecordIds.Account, id), CreatedAt = Clock.Now() });
        await context.SaveChangesAsync();
        return new Actor(ActorKind.Person, id, name);
    }

    /// <summary>A new account that is a member of a tenant, without a role.</summary>
    public async Task<Actor> AddMemberAsync(string tenant, string name)
    {
        var actor = await AddAccountAsync(name);
        await JoinAsync(tenant, actor);
        return actor;
    }

    /// <summary>Makes an account a member of a tenant, without a role.</summary>
    public async Task JoinAsync(string tenant, Actor actor)
    {
        var scope = await OpenAsync(tenant);
        await using var context = Catalog.CreateContext();
        context.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = actor.Id, DisplayName = actor.Name, CreatedAt = Clock.Now() });
        await context.SaveChangesAsync();
    }

    /// <summary>A member leaves a tenant.</summary>
    public async Task LeaveAsync(string tenant, Actor actor)
    {
        var scope = await OpenAsync(tenant);
        await using var context = Catalog.CreateContext();
        (await context.Memberships.SingleAsync(member => member.TenantId == scope.TenantId && member.AccountId == actor.Id)).State = MembershipState.Left;
        await context.SaveChangesAsync();
    }

    /// <summary>A new role in a tenant with these grants and members.</summary>
    public async Task<long> AddRoleAsync(string tenant, string name, IReadOnlyList<Grant> grants, params IReadOnlyList<Actor> members)
    {
        var scope = await OpenAsync(tenant);
        await using var context = Ledger.CreateContext(scope.TenantId);
        var roles = new Roles(context, scope.Schema, Ids);
        var (id, refusals) = await roles.SaveAsync(name, grants, CancellationToken.None);
        Assert.Empty(refusals);
        foreach (var member in members)
        {
            Assert.Empty(await roles.GiveAsync(id, member.Id, CancellationToken.None));
        }

        return id;
    }

    /// <summary>Changes rows of a tenant that are no records.</summary>
    public async Task EditAsync(string tenant, Func<LedgerContext, Task> edit)
    {
        var scope = await OpenAsync(tenant);
        await using var context = Ledger.CreateContext(scope.TenantId);
        await edit(context);
        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Scopes.Dispose();
        Keys.Dispose();
        await gates.DisposeAsync();
        await catalog.DisposeAsync();
    }

    private async Task MakeAsync(string name, string zone, Language language, string currency, string country)
    {
        var settings = new TenantSettings
        {
            Company = name, Zone = TimeZoneInfo.FindSystemTimeZoneById(zone), Language = language, BaseCurrency = currency, DefaultCountry = country,
        };
        var (_, refusals) = await Create.RunAsync(new NewTenant(name, settings, Owner.Id, Owner.Name, "main"), CancellationToken.None);
        Assert.Empty(refusals);
    }
}
