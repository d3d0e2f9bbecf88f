using System.Text;
using ClientLedger.Fields.Values;

namespace ClientLedger.Tests.Fields.Values;

public sealed class PinyinTests
{
    [Theory]
    [InlineData('微', "wei")]
    [InlineData('重', "zhong")]
    [InlineData('女', "nv")]
    [InlineData('略', "lve")]
    [InlineData('陳', "chen")]
    [InlineData('a', null)]
    [InlineData('。', null)]
    [InlineData('龦', null)]
    public void Gives_the_most_common_reading(char character, string? reading) => Assert.Equal(reading, Pinyin.Of(character));

    [Fact]
    public void Knows_characters_of_names_beyond_the_first_plane() => Assert.Equal("jian", Pinyin.Of(Rune.GetRuneAt("𬣡", 0)));
}
