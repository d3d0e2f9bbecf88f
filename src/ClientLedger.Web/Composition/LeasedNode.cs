using ClientLedger.Storage.Catalog;

namespace ClientLedger.Web.Composition;

/// <summary>This process's node number: taken before the first id is made, given back when the process ends.</summary>
internal sealed class LeasedNode(NodeLeases leases) : IAsyncDisposable
{
    private NodeLease? lease;

    /// <summary>0 to 1,023.</summary>
    public int Node => Lease.Node;

    /// <summary>This process's random name.</summary>
    public string Holder => Lease.Holder;

    /// <summary>Until when the number is this process's, in UTC.</summary>
    public DateTime ExpiresAt => Lease.ExpiresAt;

    private NodeLease Lease => lease ?? throw new InvalidOperationException("No node number was leased yet: no id can be made.");

    /// <summary>Leases a number, unless it was done.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken) => lease ??= await leases.TakeAsync(cancellationToken);

    /// <summary>Prolongs the lease; false when it was lost.</summary>
    public Task<bool> RenewAsync(CancellationToken cancellationToken) => leases.RenewAsync(Lease, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (lease is not null)
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
            lease = null;
        }
    }
}
