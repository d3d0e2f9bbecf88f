using System.Security.Cryptography;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage.Secrets;

/// <summary>
/// Holds a process's master key against the installation's, whose fingerprint the catalog keeps from the first start on. A node with a key of its own
/// would make tenants that no other node can read, and sessions that end at the next node.
/// </summary>
/// <param name="source">Where the key stands, as refusals name it: a setting or a file.</param>
public sealed class MasterKeyCheck(CatalogDatabase catalog, MasterKey master, string source, TimeProvider clock)
{
    /// <summary>Demands that the key is the installation's. The first key of all becomes it; of nodes that start together, one node's.</summary>
    /// <exception cref="RefusedException">The installation has another key.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (await StoredAsync(cancellationToken) is not { } stored)
        {
            stored = await FirstAsync(cancellationToken);
        }

        Demand(stored);
    }

    /// <summary>The same for a process that only reads: where no key is known yet, any will do.</summary>
    /// <exception cref="RefusedException">The installation has another key.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await StoredAsync(cancellationToken) is { } stored)
        {
            Demand(stored);
        }
    }

    private async Task<byte[]> FirstAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        context.MasterKeyMarks.Add(new MasterKeyMark { Fingerprint = master.Fingerprint(), CreatedAt = clock.Now() });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return master.Fingerprint();
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node was first, or else there is still none and the failure counts.
            if (await StoredAsync(cancellationToken) is { } stored)
            {
                return stored;
            }

            throw;
        }
    }

    private async Task<byte[]?> StoredAsync(CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        return await context.MasterKeyMarks.Where(mark => mark.Id == MasterKeyMark.Only).Select(mark => mark.Fingerprint).SingleOrDefaultAsync(cancellationToken);
    }

    private void Demand(byte[] stored)
    {
        if (!CryptographicOperations.FixedTimeEquals(stored, master.Fingerprint()))
        {
            throw new RefusedException(Refusal.Of(SecretsMessages.MasterKeyOfAnother, ("source", source)));
        }
    }
}
