using System.Collections.Concurrent;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Feeds;

/// <summary>Opens a caller's ledger anew: with the rights that it has by then.</summary>
/// <exception cref="Messages.RefusedException">It may not come in any more.</exception>
internal delegate Task<LedgerScope> Reopen(CancellationToken cancellationToken);

/// <summary>
/// Looks now and then whether callers may still come in, and with which rights: once for all subscriptions that wait on behalf of the same caller. What is
/// delivered is looked at for itself.
/// </summary>
internal sealed class CallerChecks(TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, (Task<LedgerScope> Scope, DateTimeOffset Until)> checks = new(StringComparer.Ordinal);

    /// <summary>The caller's ledger as it was opened a quarter of a second ago at most.</summary>
    /// <param name="caller">Names the caller and the way in which it came.</param>
    public Task<LedgerScope> LookAsync(string caller, Reopen reopen)
    {
        var now = clock.GetUtcNow();
        if (checks.TryGetValue(caller, out var known) && known.Until > now)
        {
            return known.Scope;
        }

        // Two that look at the same moment each look for themselves.
        var scope = reopen(CancellationToken.None);
        checks[caller] = (scope, now + Good);
        return scope;
    }

    /// <summary>A subscription of a caller; when it ends, nothing is kept of the caller.</summary>
    public IDisposable Begin(string caller) => new Begun(() => checks.TryRemove(caller, out _));

    private sealed class Begun(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
