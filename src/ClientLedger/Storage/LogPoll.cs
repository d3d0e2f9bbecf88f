using System.Data.Common;
using ClientLedger.History;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage;

/// <summary>Looks at the ends of the logs that are followed, where nothing tells that another node has written.</summary>
internal static class LogPoll
{
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks until cancelled. A database that isn't there for a while is looked at again.</summary>
    public static async Task RunAsync(LedgerDatabase database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = new Dictionary<int, long>();
        using var timer = new PeriodicTimer(Each, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var followed = database.Bell.Followed;
            foreach (var tenant in known.Keys.Except(followed).ToList())
            {
                known.Remove(tenant);
            }

            foreach (var tenant in followed)
            {
                await LookAsync(database, tenant, known, cancellationToken);
            }
        }
    }

    private static async Task LookAsync(LedgerDatabase database, int tenant, Dictionary<int, long> known, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = database.CreateContext(tenant);
            var number = await context.Set<LogHead>().AsNoTracking().Select(head => head.Number).SingleOrDefaultAsync(cancellationToken);
            if (!known.TryGetValue(tenant, out var before) || before != number)
            {
                known[tenant] = number;
                database.Bell.Wake(tenant);
            }
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever follows looks by itself now and then.
        }
    }
}
