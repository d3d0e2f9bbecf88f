using System.Collections.Concurrent;
using ClientLedger.Access;

namespace ClientLedger.Api.Limits;

/// <summary>A caller of one tenant's API: each has buckets of its own.</summary>
internal readonly record struct Caller(int Tenant, ActorKind Kind, long Id)
{
    public static Caller Of(int tenant, Actor actor) => new(tenant, actor.Kind, actor.Id);
}

/// <summary>What became of an attempt to take something out of a bucket.</summary>
/// <param name="IsTaken">Whether it was in it.</param>
/// <param name="Left">What is in it now.</param>
/// <param name="Wait">How long it takes until what was asked for is in it; nothing when it was taken.</param>
/// <param name="Full">How long it takes until it is full.</param>
internal readonly record struct Taken(bool IsTaken, double Left, TimeSpan Wait, TimeSpan Full)
{
    /// <summary>The wait in whole seconds, at least one.</summary>
    public int Seconds => Math.Max(1, (int)Math.Ceiling(Wait.TotalSeconds));
}

/// <summary>A bucket for each caller: it is full at first, what is taken is gone, and it fills again as time goes by. A full bucket is as good as none, so that those of callers who have gone are forgotten.</summary>
internal sealed class CallerBuckets(double most, double perSecond, TimeProvider clock)
{
    private const int FewEnough = 1_000;

    private readonly ConcurrentDictionary<Caller, Bucket> buckets = new();
    private int sweepAt = FewEnough;

    /// <summary>How many are remembered.</summary>
    internal int Count => buckets.Count;

    /// <summary>What a bucket holds.</summary>
    public double Most => most;

    /// <summary>How much comes into it each second.</summary>
    public double PerSecond => perSecond;

    /// <summary>Takes an amount of at most <see cref="Most"/> out of a caller's bucket, or nothing when there is less in it.</summary>
    public Taken Take(Caller caller, double amount)
    {
        var now = clock.GetTimestamp();
        Taken taken;
        while (!buckets.GetOrAdd(caller, _ => new Bucket(most, now)).TryTake(this, amount, now, out taken))
        {
            // It was forgotten a moment ago.
        }

        Sweep(now);
        return taken;
    }

    private TimeSpan TimeFor(double amount) => TimeSpan.FromSeconds(Math.Max(0, amount) / perSecond);

    private void Sweep(long now)
    {
        if (buckets.Count < Volatile.Read(ref sweepAt))
        {
            return;
        }

        foreach (var (caller, bucket) in buckets)
        {
            if (bucket.TryForget(this, now))
            {
                buckets.TryRemove(new(caller, bucket));
            }
        }

        Volatile.Write(ref sweepAt, Math.Max(FewEnough, buckets.Count * 2));
    }

    private sealed class Bucket(double content, long at)
    {
        private readonly Lock gate = new();
        private double content = content;
        private long at = at;
        private bool isForgotten;

        /// <summary>False when the bucket counts no longer.</summary>
        public bool TryTake(CallerBuckets all, double amount, long now, out Taken taken)
        {
            lock (gate)
            {
                Fill(all, now);
                var isTaken = content >= amount;
                content -= isTaken ? amount : 0;
                taken = new Taken(isTaken, content, isTaken ? TimeSpan.Zero : all.TimeFor(amount - content), all.TimeFor(all.Most - content));
                return !isForgotten;
            }
        }

        /// <summary>True from the moment on at which it was full, and never used again.</summary>
        public bool TryForget(CallerBuckets all, long now)
        {
            lock (gate)
            {
                Fill(all, now);
                return isForgotten = content >= all.Most;
            }
        }

        private void Fill(CallerBuckets all, long now)
        {
            // Another thread may have read the clock later and come first.
            if (now > at)
            {
                content = Math.Min(all.Most, content + (all.Elapsed(at, now) * all.PerSecond));
                at = now;
            }
        }
    }

    private double Elapsed(long from, long to) => clock.GetElapsedTime(from, to).TotalSeconds;
}
