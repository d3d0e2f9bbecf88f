using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ClientLedger.Shared;

/// <summary>For how long a node goes by what it has just read.</summary>
public sealed class FreshnessOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Freshness";

    /// <summary>
    /// Milliseconds for which the API goes by what it read of a tenant, a key and a caller's rights; 0 reads them for each request. Changes made on the same
    /// node act at once, those of others within this time.
    /// </summary>
    public int Milliseconds { get; set; } = 300;
}

/// <summary>
/// Answers that hold for a moment: of many requests that ask the same within it, one asks the database. When the moment of one is over, all that are in use
/// are read anew together, so that what a node asks doesn't grow with the callers and tenants that it serves. What is forgotten here is asked again at once,
/// also when it was just being read.
/// </summary>
/// <param name="askAgain">Reads several anew; what it leaves out is asked for by itself.</param>
internal sealed class Recent<TKey, TValue>(
    IOptions<FreshnessOptions> options, TimeProvider clock, Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> askAgain)
    where TKey : notnull
{
    private const int MostKept = 10_000;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<TKey, Answer> answers = new();
    private readonly TimeSpan keptFor = TimeSpan.FromMilliseconds(options.Value.Milliseconds);
    private long changes;
    private Renewal? renewal;

    /// <summary>The answer of a moment ago, or a new one.</summary>
    /// <param name="ask">Asks for this one by itself.</param>
    public async ValueTask<TValue> GetAsync(TKey key, Func<Task<TValue>> ask)
    {
        if (answers.TryGetValue(key, out var answer))
        {
            if (IsFresh(answer))
            {
                answer.IsInUse = true;
                return answer.Value;
            }

            if (answer.IsInUse && RenewalWith(key) is { } going && (await going.ReadAsync()).TryGetValue(key, out var renewed))
            {
                return renewed;
            }
        }

        var (before, at) = (Interlocked.Read(ref changes), clock.GetTimestamp());
        var value = await ask();

        // What isn't there yet may be there the next moment, and whoever has just made it must find it.
        if (value is not null && keptFor > TimeSpan.Zero)
        {
            Keep([KeyValuePair.Create(key, value)], before, at);
        }

        return value;
    }

    /// <summary>Something has changed: all is asked again.</summary>
    public void Forget()
    {
        lock (gate)
        {
            changes++;
            renewal = null;
            answers.Clear();
        }
    }

    /// <summary>Something has changed about one: it alone is asked again.</summary>
    public void Forget(TKey key)
    {
        lock (gate)
        {
            changes++;
            renewal = null;
            answers.TryRemove(key, out _);
        }
    }

    private bool IsFresh(Answer answer) => clock.GetElapsedTime(answer.At) < keptFor;

    private void Keep(IEnumerable<KeyValuePair<TKey, TValue>> found, long before, long at)
    {
        lock (gate)
        {
            // Something changed while this was read: it is good for this once.
            if (changes != before)
            {
                return;
            }

            if (answers.Count >= MostKept)
            {
                answers.Clear();
            }

            foreach (var (key, value) in found)
            {
                answers[key] = new Answer(value, at);
            }
        }
    }

    /// <summary>The reading that goes on, or a new one of all that is in use; null when one goes on without the key.</summary>
    private Renewal? RenewalWith(TKey key)
    {
        lock (gate)
        {
            if (renewal is null)
            {
                foreach (var (kept, answer) in answers)
                {
                    if (!answer.IsInUse && !IsFresh(answer))
                    {
                        answers.TryRemove(kept, out _);
                    }
                }

                var before = changes;
                renewal = new Renewal([key, .. answers.Where(kept => kept.Value.IsInUse).Select(kept => kept.Key)], begun => RenewAsync(begun, before));
            }

            return renewal.Keys.Contains(key) ? renewal : null;
        }
    }

    private async Task<IReadOnlyDictionary<TKey, TValue>> RenewAsync(Renewal begun, long before)
    {
        try
        {
            var at = clock.GetTimestamp();
            var found = await askAgain(begun.Keys);
            Keep(found, before, at);
            return found;
        }
        finally
        {
            lock (gate)
            {
                renewal = renewal == begun ? null : renewal;
            }
        }
    }

    private sealed class Answer(TValue value, long at)
    {
        public TValue Value { get; } = value;

        public long At { get; } = at;

        /// <summary>It was asked for again while it held.</summary>
        public bool IsInUse { get; set; }
    }

    /// <param name="keys">What is read.</param>
    /// <param name="read">Reads it.</param>
    private sealed class Renewal(HashSet<TKey> keys, Func<Renewal, Task<IReadOnlyDictionary<TKey, TValue>>> read)
    {
        private readonly Lock gate = new();
        private Task<IReadOnlyDictionary<TKey, TValue>>? found;

        public HashSet<TKey> Keys { get; } = keys;

        /// <summary>What was found; reading begins with the first who asks.</summary>
        public Task<IReadOnlyDictionary<TKey, TValue>> ReadAsync()
        {
            lock (gate)
            {
                return found ??= read(this);
            }
        }
    }
}
