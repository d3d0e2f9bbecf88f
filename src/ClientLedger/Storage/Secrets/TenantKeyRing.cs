using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ClientLedger.Storage.Secrets;

/// <summary>
/// Opens the secrets of tenants. They are kept for a minute, so a data key deleted on another node is forgotten here within that time;
/// one deleted here, at once.
/// </summary>
public sealed class TenantKeyRing(CatalogDatabase catalog, MasterKey master, IRandomSource random, TimeProvider clock) : IDisposable
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly MemoryCache opened = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private long deletions;

    /// <summary>The secrets of a tenant; of one whose data key was deleted, secrets that read nothing.</summary>
    /// <exception cref="Messages.RefusedException">The data key was wrapped under another master key.</exception>
    public async ValueTask<TenantSecrets> OpenAsync(int tenantId, CancellationToken cancellationToken)
    {
        if (opened.TryGetValue(tenantId, out TenantSecrets? kept))
        {
            return kept!;
        }

        var deletionsBefore = Interlocked.Read(ref deletions);
        await using var context = catalog.CreateContext();
        var wrapped = await context.TenantKeys.Where(key => key.TenantId == tenantId).Select(key => key.Wrapped).SingleOrDefaultAsync(cancellationToken);
        var secrets = new TenantSecrets(master, tenantId, wrapped, random);
        lock (gate)
        {
            // A key that may have been read just before it was deleted is good for this once.
            if (deletions == deletionsBefore)
            {
                opened.Set(tenantId, secrets, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
            }
        }

        return secrets;
    }

    /// <summary>A data key for a new tenant, to be saved with its row.</summary>
    internal TenantKey NewKey(int tenantId) => new() { TenantId = tenantId, Wrapped = master.NewDataKey(tenantId, random), CreatedAt = clock.Now() };

    /// <summary>Deletes a tenant's data key: its sensitive fields become unreadable for ever. Without a key it does nothing.</summary>
    public async Task DeleteAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        await context.TenantKeys.Where(key => key.TenantId == tenantId).ExecuteDeleteAsync(cancellationToken);
        lock (gate)
        {
            deletions++;
            opened.Remove(tenantId);
        }
    }

    public void Dispose() => opened.Dispose();
}
