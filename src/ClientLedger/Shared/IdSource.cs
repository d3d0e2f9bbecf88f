namespace ClientLedger.Shared;

/// <summary>
/// Makes the ids of records: 41 bits of milliseconds since 2025-01-01 UTC, 10 bits of node, 12 bits of counter. Never twice the
/// same and never backwards within a process, also when the clock goes back or more than 4,096 ids are taken in a millisecond.
/// </summary>
public sealed class IdSource(TimeProvider clock, int node)
{
    private static readonly long Epoch = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly Lock gate = new();
    private readonly long nodeBits = node is >= 0 and < 1024
        ? (long)node << 12
        : throw new ArgumentOutOfRangeException(nameof(node), node, "A node is 0 to 1023.");

    private long last;

    /// <summary>About when an id was made, in UTC, to the millisecond.</summary>
    public static DateTime MomentOf(long id) => DateTimeOffset.FromUnixTimeMilliseconds(Epoch + (id >> 22)).UtcDateTime;

    /// <summary>The next id.</summary>
    public long Next()
    {
        lock (gate)
        {
            return Advance();
        }
    }

    /// <summary>Fills a block with ids in ascending order.</summary>
    public void Fill(Span<long> ids)
    {
        lock (gate)
        {
            foreach (ref var id in ids)
            {
                id = Advance();
            }
        }
    }

    /// <summary><see cref="last"/> is time and counter without the node: counting on past 4,095 borrows the next millisecond.</summary>
    private long Advance()
    {
        var now = (clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 12;
        last = Math.Max(last + 1, now);
        return ((last >> 12) << 22) | nodeBits | (last & 0xFFF);
    }
}
