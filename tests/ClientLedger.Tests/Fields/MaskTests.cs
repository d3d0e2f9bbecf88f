using ClientLedger.Fields;

namespace ClientLedger.Tests.Fields;

public sealed class MaskTests
{
    [Theory]
    [InlineData(1, 0, "王小明", "王**")]
    [InlineData(1, 1, "𠮷田", "**")]
    [InlineData(1, 0, "𠮷田", "𠮷*")]
    [InlineData(0, 1, "田𠮷", "*𠮷")]
    [InlineData(3, 4, "+8613800138000", "+86*******8000")]
    [InlineData(3, 4, "1234567", "*******")]
    [InlineData(0, 0, "", "")]
    public void Leaves_whole_characters_at_each_end(int start, int end, string value, string masked) => Assert.Equal(masked, new Mask(start, end).Apply(value));
}
