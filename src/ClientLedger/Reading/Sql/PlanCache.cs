using System.Collections.Concurrent;

namespace ClientLedger.Reading.Sql;

/// <summary>Plans by shape, bounded in bytes: when they grow beyond it, those that were not used for longest go first.</summary>
internal sealed class PlanCache<TPlan>(long mostBytes, Func<TPlan, int> bytesOf)
    where TPlan : class
{
    private readonly ConcurrentDictionary<string, Kept> plans = new(StringComparer.Ordinal);
    private readonly Lock trimming = new();
    private long bytes;
    private long clock;

    public int Count => plans.Count;

    /// <summary>The plan of a shape, or null.</summary>
    public TPlan? Find(ReadOnlySpan<char> structure)
    {
        if (!plans.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(structure, out var kept))
        {
            return null;
        }

        kept.LastUse = Interlocked.Increment(ref clock);
        return kept.Plan;
    }

    public void Keep(ReadOnlySpan<char> structure, TPlan plan)
    {
        var kept = new Kept(plan, (2 * structure.Length) + bytesOf(plan)) { LastUse = Interlocked.Increment(ref clock) };
        if (plans.TryAdd(structure.ToString(), kept) && Interlocked.Add(ref bytes, kept.Bytes) > mostBytes)
        {
            Trim();
        }
    }

    private void Trim()
    {
        lock (trimming)
        {
            foreach (var (structure, kept) in plans.OrderBy(plan => plan.Value.LastUse).ToList())
            {
                if (Interlocked.Read(ref bytes) <= mostBytes * 3 / 4)
                {
                    return;
                }

                if (plans.TryRemove(structure, out _))
                {
                    Interlocked.Add(ref bytes, -kept.Bytes);
                }
            }
        }
    }

    private sealed class Kept(TPlan plan, int bytes)
    {
        private long lastUse;

        public TPlan Plan { get; } = plan;

        public int Bytes { get; } = bytes;

        public long LastUse
        {
            get => Volatile.Read(ref lastUse);
            set => Volatile.Write(ref lastUse, value);
        }
    }
}
