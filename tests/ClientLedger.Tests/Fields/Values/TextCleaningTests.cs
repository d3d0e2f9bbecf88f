using ClientLedger.Fields.Values;

namespace ClientLedger.Tests.Fields.Values;

public sealed class TextCleaningTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("  Acme   Trading \t Ltd. ", "Acme Trading Ltd.")]
    [InlineData("ＡＢＣ　（上海）１２３", "ABC (上海)123")]
    [InlineData("ﾃｽﾄ ｶﾞﾊﾟ", "テスト ガパ")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("A\u200BB\uFEFFC\u00ADD\u0000E\u0007F", "ABCDEF")]
    [InlineData("a\r\nb\u2028c\u00A0d", "a b c d")]
    [InlineData("\uFFFEa\uFFFF", "a")]
    [InlineData("￥100", "¥100")]
    [InlineData("😀 \uDB40\uDC20ok", "😀 ok")]
    [InlineData("\u3164\u200B", "")]
    public void Cleans_a_line(string text, string cleaned) => Assert.Equal(cleaned, TextCleaning.Line(text));

    [Theory]
    [InlineData(" first \r\n\r\n  second\tline \r third ", "first\n\nsecond line\nthird")]
    [InlineData("\n\n a \n\n", "a")]
    [InlineData("电话１３８，（已联系）。", "电话138，（已联系）。")]
    [InlineData("a\u200B\u0000\nb", "a\nb")]
    public void Cleans_a_block(string text, string cleaned) => Assert.Equal(cleaned, TextCleaning.Block(text));

    [Fact]
    public void Drops_lone_surrogates_without_joining_what_they_leave()
    {
        Assert.Equal("xyz", TextCleaning.Line("x\uD800y\uDC00z"));
        Assert.Equal("", TextCleaning.Line("\uD800\u200B\uDC00"));
        Assert.Equal("a\nb", TextCleaning.Block("a\nb\uD83D"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Acme Trading Ltd.")]
    [InlineData("深圳市微光科技有限公司")]
    [InlineData("微光 Technology、第2部")]
    [InlineData("Zoë Müller 😀")]
    public void Returns_clean_text_itself(string text)
    {
        var fresh = new string(text.AsSpan());
        Assert.Same(fresh, TextCleaning.Line(fresh));
        Assert.Same(fresh, TextCleaning.Block(fresh));
    }

    [Fact]
    public void Every_character_comes_out_in_normalisation_form_C()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            Assert.True(TextCleaning.Line($"a{c}").IsNormalized() && TextCleaning.Line($"{c}\u0301").IsNormalized());
            Assert.True(TextCleaning.Block($"か{c}").IsNormalized() && TextCleaning.Line($"{c}\uFF9E").IsNormalized());
        }
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_and_leaves_nothing_unprintable()
    {
        var random = new Random(20250305);
        for (var round = 0; round < 3000; round++)
        {
            var text = RandomText.Of(random, 24);
            var line = TextCleaning.Line(text);
            var block = TextCleaning.Block(text);
            Assert.Same(line, TextCleaning.Line(line));
            Assert.Same(block, TextCleaning.Block(block));
            Assert.True(line.IsNormalized() && block.IsNormalized());
            Assert.DoesNotContain('\0', line);
            Assert.DoesNotContain('\0', block);
            Assert.DoesNotContain("  ", line, StringComparison.Ordinal);
            Assert.Equal(line, line.Trim());
            Assert.Equal(-1, line.AsSpan().IndexOfAny('\n', '\r', '\u200B'));
            AssertPaired(line);
            AssertPaired(block);
        }
    }

    private static void AssertPaired(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.True(rune.Value != 0xFFFD || text.Contains('\uFFFD', StringComparison.Ordinal));
        }
    }
}
