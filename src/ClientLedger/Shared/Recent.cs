using Microsoft.Extensions.Caching.Memory;
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
/// Answers that hold for a moment: of many requests that ask the same within it, one asks the database. What is forgotten here is asked again at once, also
/// when it was just being read.
/// </summary>
internal sealed class Recent<TKey, TValue>(IOptions<FreshnessOptions> options, TimeProvider clock) : IDisposable
    where TKey : notnull
{
    private const int MostKept = 10_000;

    private readonly Lock gate = new();
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly TimeSpan keptFor = TimeSpan.FromMilliseconds(options.Value.Milliseconds);
    private long changes;

    /// <summary>The answer of a moment ago, or a new one.</summary>
    public async ValueTask<TValue> GetAsync(TKey key, Func<Task<TValue>> ask)
    {
        if (answers.TryGetValue(key, out Answer? answer) && clock.GetElapsedTime(answer!.At) < keptFor)
        {
            return answer.Value;
        }

        var (before, at) = (Interlocked.Read(ref changes), clock.GetTimestamp());
        var value = await ask();

        // What isn't there yet may be there the next moment, and whoever has just made it must find it.
        if (value is not null && keptFor > TimeSpan.Zero)
        {
            lock (gate)
            {
                if (changes == before)
                {
                    answers.Set(key, new Answer(value, at), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = keptFor });
                }
            }
        }

        return value;
    }

    /// <summary>Something has changed: all is asked again.</summary>
    public void Forget()
    {
        lock (gate)
        {
            changes++;
            answers.Clear();
        }
    }

    /// <summary>Something has changed about one: it alone is asked again.</summary>
    public void Forget(TKey key)
    {
        lock (gate)
        {
            changes++;
            answers.Remove(key);
        }
    }

    public void Dispose() => answers.Dispose();

    private sealed record Answer(TValue Value, long At);
}
