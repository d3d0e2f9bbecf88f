using System.Collections.Concurrent;
using System.Threading.Channels;
using ClientLedger.Shared;

namespace ClientLedger.Storage;

/// <summary>
/// Wakes those who follow tenants' logs when something was committed: writers ring it in this process, and <see cref="LedgerDatabase.RelayAsync"/> carries it
/// between nodes. Whoever is woken reads the log; a ring says nothing but that it is worth while.
/// </summary>
public sealed class LogBell
{
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<LogFollower, bool>> followers = new();

    /// <summary>Hears each tenant for which it was rung in this process; null while nobody carries it to other nodes.</summary>
    internal Action<int>? Relay { get; set; }

    /// <summary>The tenants whose logs are followed here.</summary>
    internal IReadOnlyList<int> Followed => [.. followers.Where(each => !each.Value.IsEmpty).Select(each => each.Key)];

    /// <summary>How many follow a tenant's log here.</summary>
    internal int FollowersOf(int tenant) => followers.TryGetValue(tenant, out var those) ? those.Count : 0;

    /// <summary>Rings after a commit.</summary>
    internal void Ring(int tenant)
    {
        Wake(tenant);
        Relay?.Invoke(tenant);
    }

    /// <summary>Wakes the followers of a tenant's log here.</summary>
    internal void Wake(int tenant)
    {
        if (followers.TryGetValue(tenant, out var those))
        {
            foreach (var each in those.Keys)
            {
                each.Wake();
            }
        }
    }

    /// <summary>Follows a tenant's log until disposed of.</summary>
    internal LogFollower Follow(int tenant)
    {
        var those = followers.GetOrAdd(tenant, _ => new());
        var follower = new LogFollower(each => those.TryRemove(each, out _));
        those[follower] = true;
        return follower;
    }
}

/// <summary>Somebody who follows a tenant's log. A ring between two waits isn't lost.</summary>
internal sealed class LogFollower(Action<LogFollower> end) : IDisposable
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Waits until it rings, or as long as told.</summary>
    /// <returns>True where it rang.</returns>
    public Task<bool> WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken) =>
        Waiting.ForAsync(ends => rung.Reader.ReadAsync(ends).AsTask(), most, clock, cancellationToken);

    public void Wake() => rung.Writer.TryWrite(true);

    public void Dispose() => end(this);
}
