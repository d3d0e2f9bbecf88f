using ClientLedger.Messages;
using ClientLedger.Shared;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage.Catalog;

/// <summary>
/// Gives each process a node number of its own for its ids. A lease lasts a minute and is renewed meanwhile; for another minute after
/// its end nobody else gets the number, so that a holder whose clock or database lags can't make an id that another makes.
/// </summary>
public sealed class NodeLeases(CatalogDatabase catalog, IRandomSource random, TimeProvider clock)
{
    /// <summary>How many nodes ids have room for.</summary>
    public const int Count = 1024;

    /// <summary>How long a lease lasts from its last renewal.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private const int Attempts = 20;
    private static readonly TimeSpan Rests = TimeSpan.FromMinutes(1);

    /// <summary>Leases a free number.</summary>
    /// <exception cref="RefusedException">All are taken.</exception>
    public async Task<NodeLease> TakeAsync(CancellationToken cancellationToken)
    {
        var holder = NewHolder();
        for (var attempt = 1; ; attempt++)
        {
            await using var context = catalog.CreateContext();
            var lease = await FreeAsync(context, cancellationToken);
            lease.Holder = holder;
            lease.ExpiresAt = clock.Now() + Lasts;
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return lease;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process took the same number a moment before.
            }
        }
    }

    /// <summary>Prolongs a lease; false when it was lost, and with it the right to make ids.</summary>
    public async Task<bool> RenewAsync(NodeLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var until = clock.Now() + Lasts;
        await using var context = catalog.CreateContext();
        var renewed = await context.NodeLeases
            .Where(x => x.Node == lease.Node && x.Holder == lease.Holder)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.ExpiresAt, until), cancellationToken);
        if (renewed == 1)
        {
            lease.ExpiresAt = until;
        }

        return renewed == 1;
    }

    /// <summary>Ends a lease before its time.</summary>
    public async Task ReleaseAsync(NodeLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var now = clock.Now();
        await using var context = catalog.CreateContext();
        await context.NodeLeases
            .Where(x => x.Node == lease.Node && x.Holder == lease.Holder)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.ExpiresAt, now), cancellationToken);
    }

    private async Task<NodeLease> FreeAsync(CatalogContext context, CancellationToken cancellationToken)
    {
        var leases = await context.NodeLeases.OrderBy(lease => lease.Node).ToListAsync(cancellationToken);
        var rested = clock.Now() - Rests;
        if (leases.Find(lease => lease.ExpiresAt < rested) is { } free)
        {
            return free;
        }

        var unused = Enumerable.Range(0, Count).Except(leases.Select(lease => lease.Node)).Take(1).ToList();
        if (unused is not [var node])
        {
            throw new RefusedException(Refusal.Of(CatalogMessages.NodesTaken, ("count", Count)));
        }

        free = new NodeLease { Node = node, Holder = "" };
        context.NodeLeases.Add(free);
        return free;
    }

    private string NewHolder()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
