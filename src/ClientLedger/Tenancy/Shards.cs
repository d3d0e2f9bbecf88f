using System.Collections.Frozen;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tenancy;

/// <summary>The ledger databases that this node is configured for, by name. They are its to dispose of.</summary>
public sealed class Shards(IReadOnlyDictionary<string, LedgerDatabase> databases) : IAsyncDisposable
{
    private readonly FrozenDictionary<string, LedgerDatabase> databases = databases.ToFrozenDictionary();

    /// <summary>In the order of their names.</summary>
    public IEnumerable<string> Names => databases.Keys.Order(StringComparer.Ordinal);

    /// <summary>The database of a shard.</summary>
    /// <exception cref="RefusedException">This node isn't configured for it.</exception>
    public LedgerDatabase this[string shard] =>
        databases.TryGetValue(shard, out var database) ? database : throw new RefusedException(Refusal.Of(TenancyMessages.ShardUnknown, ("shard", shard)));

    /// <summary>Enters shards that are new into the catalog. Several nodes may do it at once.</summary>
    /// <exception cref="RefusedException">A shard is known there with another provider.</exception>
    public async Task EnterAsync(CatalogDatabase catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        foreach (var name in Names)
        {
            await using var context = catalog.CreateContext();
            var stored = await context.Shards.AsNoTracking().SingleOrDefaultAsync(shard => shard.Name == name, cancellationToken)
                ?? await EnterAsync(context, name, cancellationToken);
            if (stored.Provider != databases[name].Provider)
            {
                throw new RefusedException(Refusal.Of(
                    TenancyMessages.ShardProvider, ("shard", name), ("stored", stored.Provider), ("configured", databases[name].Provider)));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases.Values)
        {
            await database.DisposeAsync();
        }
    }

    private async Task<Shard> EnterAsync(CatalogContext context, string name, CancellationToken cancellationToken)
    {
        var added = context.Shards.Add(new Shard { Name = name, Provider = databases[name].Provider });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return added.Entity;
        }
        catch (DbUpdateException)
        {
            // Another node was first, or else the reading fails and says why.
            return await context.Shards.AsNoTracking().SingleAsync(shard => shard.Name == name, cancellationToken);
        }
    }
}
