using ClientLedger.TestKit;

namespace ClientLedger.Tests.TestKit;

public sealed class DepthTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_000, 100)]
    [InlineData(200_000, 20_000)]
    [InlineData(1_000_000, 20_000)]
    public void Quick_takes_a_tenth_and_at_most_twenty_thousand(int full, int quick) =>
        Assert.Equal(Depth.IsFull ? full : quick, Depth.Count(full));
}
