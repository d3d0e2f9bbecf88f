using System.Collections.Concurrent;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Tenancy;

namespace ClientLedger.Api.Feeds;

/// <summary>Counts the subscriptions that each caller has open on this node: each costs the ledger a look now and then, whether anything happens or not.</summary>
internal sealed class SubscriptionCounts
{
    /// <summary>Subscriptions of one caller at a time.</summary>
    public const int Most = 20;

    private readonly ConcurrentDictionary<(int Tenant, ActorKind Kind, long Id), int> counts = new();

    /// <summary>How many are open on this node, whosever they are.</summary>
    public int Total => counts.Values.Sum();

    /// <summary>Opens one; it is closed when the answer is disposed of.</summary>
    /// <exception cref="RefusedException">The caller has as many as it may.</exception>
    public IDisposable Open(LedgerScope scope)
    {
        var caller = (scope.TenantId, scope.Actor.Kind, scope.Actor.Id);
        if (counts.AddOrUpdate(caller, 1, static (_, count) => count + 1) > Most)
        {
            Close(caller);
            throw new RefusedException(Refusal.Of(ApiMessages.TooManySubscriptions, ("most", Most)));
        }

        return new Opened(() => Close(caller));
    }

    private void Close((int Tenant, ActorKind Kind, long Id) caller)
    {
        if (counts.AddOrUpdate(caller, 0, static (_, count) => count - 1) == 0)
        {
            counts.TryRemove(new KeyValuePair<(int, ActorKind, long), int>(caller, 0));
        }
    }

    private sealed class Opened(Action close) : IDisposable
    {
        private Action? close = close;

        public void Dispose() => Interlocked.Exchange(ref close, null)?.Invoke();
    }
}
