using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>
/// Copies the newest (number, mac) of each tenant's log to the catalog and to the anchor file. An anchor never goes back: a ledger that is older
/// than its anchor is what the verifier looks for.
/// </summary>
public sealed class Anchors(CatalogDatabase catalog, Shards shards, AnchorFile file, TimeProvider clock)
{
    private static readonly Label CatalogSource = new("目录数据库", "the catalog");

    /// <summary>Copies the heads of all tenants. A process makes one copy at a time: it has the file for itself.</summary>
    public async Task CopyAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var tenants = await context.Tenants.AsNoTracking().Select(tenant => new { tenant.Id, tenant.Shard }).ToListAsync(cancellationToken);
        var stored = await context.LogAnchors.AsNoTracking().ToDictionaryAsync(anchor => anchor.TenantId, anchor => anchor.Number, cancellationToken);
        var inFile = await file.ReadAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            if (await HeadAsync(shards[tenant.Shard], tenant.Id, cancellationToken) is not { } head)
            {
                continue;
            }

            if (inFile.GetValueOrDefault(tenant.Id) is not { } anchored || anchored.Number < head.Number)
            {
                inFile[tenant.Id] = new Anchor(AnchorFile.Source, head.Number, head.Mac);
            }

            if (!stored.TryGetValue(tenant.Id, out var number) || number < head.Number)
            {
                await CopyAsync(context, head, cancellationToken);
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

    /// <summary>Other nodes copy too: an anchor is made once, and moves only forward, whoever is late.</summary>
    private async Task CopyAsync(CatalogContext context, LogHead head, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var moved = await context.LogAnchors
            .Where(anchor => anchor.TenantId == head.TenantId && anchor.Number < head.Number)
            .ExecuteUpdateAsync(
                set => set.SetProperty(anchor => anchor.Number, head.Number).SetProperty(anchor => anchor.Mac, head.Mac).SetProperty(anchor => anchor.CopiedAt, now),
                cancellationToken);
        if (moved > 0 || await context.LogAnchors.AnyAsync(anchor => anchor.TenantId == head.TenantId, cancellationToken))
        {
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

    private static async Task<LogHead?> HeadAsync(LedgerDatabase database, int tenantId, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext(tenantId);
        return await context.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }
}
