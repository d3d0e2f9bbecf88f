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

    /// <summary>Copies the heads of all tenants.</summary>
    public async Task CopyAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var tenants = await context.Tenants.AsNoTracking().Select(tenant => new { tenant.Id, tenant.Shard }).ToListAsync(cancellationToken);
        var stored = await context.LogAnchors.ToDictionaryAsync(anchor => anchor.TenantId, cancellationToken);
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

            Copy(context, stored.GetValueOrDefault(tenant.Id), head);
        }

        await context.SaveChangesAsync(cancellationToken);
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

    private void Copy(CatalogContext context, LogAnchor? stored, LogHead head)
    {
        if (stored is null)
        {
            context.LogAnchors.Add(new LogAnchor { TenantId = head.TenantId, Number = head.Number, Mac = head.Mac, CopiedAt = clock.GetUtcNow().UtcDateTime });
        }
        else if (stored.Number < head.Number)
        {
            stored.Number = head.Number;
            stored.Mac = head.Mac;
            stored.CopiedAt = clock.GetUtcNow().UtcDateTime;
        }
    }

    private static async Task<LogHead?> HeadAsync(LedgerDatabase database, int tenantId, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext(tenantId);
        return await context.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }
}
