using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>
/// Copies the newest (number, mac) of each tenant's log to the catalog and to the anchor file. An anchor never goes back, and never over to a log
/// that doesn't hold it: a ledger that is older than its anchor, or another one, is what the verifier looks for.
/// </summary>
public sealed class Anchors(CatalogDatabase catalog, Shards shards, AnchorFile file, TimeProvider clock)
{
    private static readonly Label CatalogSource = new("目录数据库", "the catalog");

    /// <summary>Copies the heads of all tenants whose shard this node is configured for. A process makes one copy at a time: it has the file for itself.</summary>
    public async Task CopyAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var near = shards.Names.ToList();
        var tenants = await context.Tenants.AsNoTracking().Where(tenant => near.Contains(tenant.Shard)).Select(tenant => new { tenant.Id, tenant.Shard }).ToListAsync(cancellationToken);
        var stored = await context.LogAnchors.AsNoTracking().ToDictionaryAsync(anchor => anchor.TenantId, cancellationToken);
        var inFile = await file.ReadAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            await using var ledger = shards[tenant.Shard].CreateContext(tenant.Id);
            if (await ledger.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } head)
            {
                continue;
            }

            var anchored = inFile.GetValueOrDefault(tenant.Id);
            if (await IsNewerAsync(ledger, head, anchored?.Number, anchored?.Mac, cancellationToken))
            {
                inFile[tenant.Id] = new Anchor(AnchorFile.Source, head.Number, head.Mac);
            }

            var copied = stored.GetValueOrDefault(tenant.Id);
            if (await IsNewerAsync(ledger, head, copied?.Number, copied?.Mac, cancellationToken))
            {
                await CopyAsync(context, head, isFirst: copied is null, cancellationToken);
            }
        }

        await file.WriteAsync(inFile, cancellationToken);
    }

    /// <summary>The anchors of one tenant, from both places.</summary>
    public async Task<IReadOnlyCollection<Anchor>> OfAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var stored = await context.LogAnchors.AsNoTracking().SingleOrDefaultAsync(anchor => anchor.TenantId == tenantId, cancellationToken);
        var anchors = new List<Anchor>();
        if (stored is not null)
        {
            anchors.Add(new Anchor(CatalogSource, stored.Number, stored.Mac));
        }

        if ((await file.ReadAsync(cancellationToken)).TryGetValue(tenantId, out var inFile))
        {
            anchors.Add(inFile);
        }

        return anchors;
    }

    /// <summary>
    /// The log has gone on from the anchor. A log that went on from somewhere else keeps the anchor that tells so.
    /// </summary>
    private static async Task<bool> IsNewerAsync(LedgerContext ledger, LogHead head, long? anchored, byte[]? mac, CancellationToken cancellationToken)
    {
        if (anchored is null || anchored >= head.Number)
        {
            return anchored is null;
        }

        var there = await ledger.Set<LogSet>().AsNoTracking().Where(set => set.Number == anchored).Select(set => set.Mac).SingleOrDefaultAsync(cancellationToken);
        return there is not null && there.AsSpan().SequenceEqual(mac);
    }

    /// <summary>Other nodes copy too: an anchor is made once, and moves only forward, whoever is late.</summary>
    private async Task CopyAsync(CatalogContext context, LogHead head, bool isFirst, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (!isFirst)
        {
            await context.LogAnchors.Where(anchor => anchor.TenantId == head.TenantId && anchor.Number < head.Number).ExecuteUpdateAsync(
                set => set.SetProperty(anchor => anchor.Number, head.Number).SetProperty(anchor => anchor.Mac, head.Mac).SetProperty(anchor => anchor.CopiedAt, now),
                cancellationToken);
            return;
        }

        context.LogAnchors.Add(new LogAnchor { TenantId = head.TenantId, Number = head.Number, Mac = head.Mac, CopiedAt = now });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node made it a moment before; the next copy moves it on.
            context.ChangeTracker.Clear();
        }
    }
}
