using ClientLedger.Shared;

namespace ClientLedger.TestKit;

/// <summary>Bytes that look random and are the same in every run with the same seed. Safe for several threads.</summary>
public sealed class FixedRandom(int seed = 1) : IRandomSource
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public void Fill(Span<byte> bytes)
    {
        lock (gate)
        {
            random.NextBytes(bytes);
        }
    }
}
