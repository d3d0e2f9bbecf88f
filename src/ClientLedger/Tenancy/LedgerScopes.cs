using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tenancy;

/// <summary>
/// Opens ledgers. What a scope is made of is kept in memory and compared with the tenant's stamp at every opening, so that a changed role,
/// team, setting or field acts at once on all nodes.
/// </summary>
public sealed class LedgerScopes : IDisposable
{
    /// <summary>Tenants whose shape stays in memory; one with twenty own fields takes about 30 kB.</summary>
    private const int MostKept = 6_000;

    private readonly CatalogDatabase catalog;
    private readonly Shards shards;
    private readonly TenantKeyRing keys;
    private readonly LedgerSchema builtIn;
    private readonly Recent<(int Tenant, Actor Actor), LedgerScope> opened;
    private readonly MemoryCache shapes = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Opens the ledgers of a node.</summary>
    /// <param name="builtIn">The entities as every tenant has them.</param>
    public LedgerScopes(CatalogDatabase catalog, Shards shards, TenantKeyRing keys, LedgerSchema builtIn, IOptions<FreshnessOptions> freshness, TimeProvider clock)
    {
        this.catalog = catalog;
        this.shards = shards;
        this.keys = keys;
        this.builtIn = builtIn;
        opened = new(freshness, clock, OpenAgainAsync);
    }

    /// <summary>Opens the ledger of a tenant's address name.</summary>
    /// <exception cref="RefusedException">The tenant is unknown or suspended, or the actor is no member of it.</exception>
    public Task<LedgerScope> OpenAsync(string tenant, Actor actor, CancellationToken cancellationToken) =>
        OpenAsync(tenant, tenants => tenants.Where(x => x.Name == tenant), actor, cancellationToken);

    /// <summary>Opens the ledger of a tenant's id.</summary>
    /// <exception cref="RefusedException">The tenant is unknown or suspended, or the actor is no member of it.</exception>
    public Task<LedgerScope> OpenAsync(int tenantId, Actor actor, CancellationToken cancellationToken) =>
        OpenAsync(tenantId, tenants => tenants.Where(x => x.Id == tenantId), actor, cancellationToken);

    /// <summary>The same as it was at most a moment ago (<see cref="FreshnessOptions"/>), for callers who ask many times a second.</summary>
    /// <exception cref="RefusedException">The tenant is unknown or suspended, or the actor is no member of it.</exception>
    public ValueTask<LedgerScope> OpenRecentAsync(int tenantId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return opened.GetAsync((tenantId, actor), () => OpenAsync(tenantId, actor, cancellationToken));
    }

    public void Dispose() => shapes.Dispose();

    private async Task<LedgerScope> OpenAsync(object asked, Func<IQueryable<Tenant>, IQueryable<Tenant>> named, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var context = catalog.CreateContext();
        var found = await FoundIn(context, named(context.Tenants.AsNoTracking()), [actor.Id]).SingleOrDefaultAsync(cancellationToken)
            ?? throw new RefusedException(Refusal.Of(TenancyMessages.Unknown, ("tenant", asked)));
        TenantAccess.Demand(found.Name, found.State, found.Reason);
        var shape = await ShapeAsync(found.Id, shards[found.Shard], cancellationToken)
            ?? throw new RefusedException(Refusal.Of(TenancyMessages.Unknown, ("tenant", asked)));
        return await ScopeAsync(found, shape, actor, cancellationToken)
            ?? throw new RefusedException(Refusal.Of(TenancyMessages.NotMember, ("actor", actor.Name), ("tenant", found.Name)));
    }

    /// <summary>Opens several scopes anew whose tenants' shapes are as they were; the others are left out.</summary>
    private async Task<IReadOnlyDictionary<(int Tenant, Actor Actor), LedgerScope>> OpenAgainAsync(IReadOnlyCollection<(int Tenant, Actor Actor)> asked)
    {
        var (ids, accounts) = (asked.Select(each => each.Tenant).Distinct().ToList(), asked.Where(each => each.Actor.Kind == ActorKind.Person).Select(each => each.Actor.Id).Distinct().ToList());
        await using var context = catalog.CreateContext();
        var found = await FoundIn(context, context.Tenants.AsNoTracking().Where(tenant => EF.Parameter(ids).Contains(tenant.Id)), accounts).ToListAsync();
        var same = new Dictionary<int, (Found Tenant, TenantShape Shape)>();
        foreach (var shard in found.Where(tenant => TenantAccess.Refuse(tenant.Name, tenant.State, tenant.Reason) is null).GroupBy(tenant => tenant.Shard))
        {
            var database = shards[shard.Key];
            var stamps = await database.NumbersAsync([.. shard.Select(tenant => tenant.Id)], tenant => ScopeStamp.StatementOf(database.Tables, tenant), CancellationToken.None);
            foreach (var tenant in shard)
            {
                if (shapes.TryGetValue(tenant.Id, out TenantShape? kept) && stamps.TryGetValue(tenant.Id, out var stamp) && stamp == kept!.Stamp)
                {
                    same.Add(tenant.Id, (tenant, kept));
                }
            }
        }

        var scopes = new Dictionary<(int, Actor), LedgerScope>();
        foreach (var each in asked)
        {
            if (same.TryGetValue(each.Tenant, out var tenant) && await ScopeAsync(tenant.Tenant, tenant.Shape, each.Actor, CancellationToken.None) is { } scope)
            {
                scopes.Add(each, scope);
            }
        }

        return scopes;
    }

    /// <summary>What the catalog knows of tenants, and which of the accounts are their members.</summary>
    private static IQueryable<Found> FoundIn(CatalogContext context, IQueryable<Tenant> tenants, IReadOnlyList<long> accounts) => tenants.Select(tenant => new Found(
        tenant.Id,
        tenant.Name,
        tenant.State,
        tenant.Reason,
        tenant.Shard,
        context.Memberships
            .Where(member => member.TenantId == tenant.Id && EF.Parameter(accounts).Contains(member.AccountId) && member.State == MembershipState.Active)
            .Select(member => new FoundMember(member.AccountId, member.DisplayName))
            .ToList()));

    /// <summary>The scope of an actor; null when he has no part in the ledger.</summary>
    private async Task<LedgerScope?> ScopeAsync(Found tenant, TenantShape shape, Actor actor, CancellationToken cancellationToken)
    {
        // A person is called as the tenant calls its member, whatever the account is called.
        var called = actor.Kind == ActorKind.Person ? tenant.Members.FirstOrDefault(member => member.Account == actor.Id)?.Name : actor.Name;
        if (called is null || (actor.Kind == ActorKind.Client && !shape.HasRole(actor.Id)))
        {
            return null;
        }

        var rights = actor.Kind == ActorKind.System ? shape.System : shape.RightsFor(actor.Id);
        return new LedgerScope(
            tenant.Id, tenant.Name, actor with { Name = called }, rights, shape.Schema, shape.Settings, shards[tenant.Shard], await keys.OpenAsync(tenant.Id, cancellationToken))
        {
            Books = shape.Books,
            Members = CatalogMembers.Of(catalog, tenant.Id),
            Stamp = shape.Stamp,
            Changed = opened.Forget,
        };
    }

    private async Task<TenantShape?> ShapeAsync(int tenantId, LedgerDatabase database, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext(tenantId);
        if (shapes.TryGetValue(tenantId, out TenantShape? kept) && await TenantShape.StampAsync(context, cancellationToken) == kept!.Stamp)
        {
            return kept;
        }

        return await TenantShape.LoadAsync(context, builtIn, cancellationToken) is { } shape
            ? shapes.Set(tenantId, shape, new MemoryCacheEntryOptions { Size = 1 })
            : null;
    }

    private sealed record Found(int Id, string Name, TenantState State, string? Reason, string Shard, IReadOnlyList<FoundMember> Members);

    private sealed record FoundMember(long Account, string Name);
}
