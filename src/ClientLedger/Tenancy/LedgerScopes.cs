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
/// <param name="builtIn">The entities as every tenant has them.</param>
public sealed class LedgerScopes(CatalogDatabase catalog, Shards shards, TenantKeyRing keys, LedgerSchema builtIn, IOptions<FreshnessOptions> freshness, TimeProvider clock) : IDisposable
{
    private const int MostKept = 2_000;

    private readonly Recent<(int, ActorKind, long), LedgerScope> opened = new(freshness, clock);
    private readonly MemoryCache shapes = new(new MemoryCacheOptions { SizeLimit = MostKept });

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
        return opened.GetAsync((tenantId, actor.Kind, actor.Id), () => OpenAsync(tenantId, actor, cancellationToken));
    }

    public void Dispose()
    {
        opened.Dispose();
        shapes.Dispose();
    }

    private async Task<LedgerScope> OpenAsync(object asked, Func<IQueryable<Tenant>, IQueryable<Tenant>> named, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var context = catalog.CreateContext();
        var found = await named(context.Tenants.AsNoTracking())
            .Select(tenant => new
            {
                tenant.Id,
                tenant.Name,
                tenant.State,
                tenant.Reason,
                tenant.Shard,
                Member = context.Memberships
                    .Where(x => x.TenantId == tenant.Id && x.AccountId == actor.Id && x.State == MembershipState.Active)
                    .Select(x => x.DisplayName)
                    .SingleOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            throw new RefusedException(Refusal.Of(TenancyMessages.Unknown, ("tenant", asked)));
        }

        TenantAccess.Demand(found.Name, found.State, found.Reason);
        var database = shards[found.Shard];
        var shape = await ShapeAsync(found.Id, database, cancellationToken)
            ?? throw new RefusedException(Refusal.Of(TenancyMessages.Unknown, ("tenant", asked)));
        var rights = actor.Kind switch
        {
            ActorKind.System => shape.System,
            ActorKind.Person when found.Member is not null => shape.RightsFor(actor.Id),
            ActorKind.Client when shape.HasRole(actor.Id) => shape.RightsFor(actor.Id),
            _ => throw new RefusedException(Refusal.Of(TenancyMessages.NotMember, ("actor", actor.Name), ("tenant", found.Name))),
        };

        // A person is called as the tenant calls its member, whatever the account is called.
        var called = actor.Kind == ActorKind.Person ? actor with { Name = found.Member! } : actor;
        return new LedgerScope(
            found.Id, found.Name, called, rights, shape.Schema, shape.Settings, database, await keys.OpenAsync(found.Id, cancellationToken))
        {
            Books = shape.Books,
            Members = CatalogMembers.Of(catalog, found.Id),
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
}
