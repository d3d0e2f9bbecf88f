using System.Text;
using ClientLedger.Fields.Values;

namespace ClientLedger.Tests.Fields.Values;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ACME  Ltd", "acme ltd")]
    [InlineData("Ａｃｍｅ", "acme")]
    [InlineData("Müller", "muller")]
    [InlineData("ÉCOLE", "ecole")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("臺灣國際貿易", "台湾国际贸易")]
    [InlineData("薴", "苎")]
    [InlineData("㈱ﾃｽﾄ", "(株)テスト")]
    [InlineData("が", "が")]
    [InlineData("กิน", "กิน")]
    [InlineData("한국", "한국")]
    [InlineData("й", "и")]
    [InlineData("a´", "a")]
    [InlineData("…", "...")]
    [InlineData("½", "1⁄2")]
    [InlineData("㗲", "𠵾")]
    [InlineData("微光（深圳）", "微光(深圳)")]
    public void Folds_to_plain_text(string text, string plain) => Assert.Equal(plain, FoldedText.Plain(text));

    [Theory]
    [InlineData("國際", "国际")]
    [InlineData("WeiGuang 微光", "ｗｅｉｇｕａｎｇ　微光 ")]
    [InlineData("Zoë", "ZOE")]
    public void Spellings_of_one_text_have_one_key(string a, string b) => Assert.Equal(FoldedText.Key(a), FoldedText.Key(b));

    [Fact]
    public void Keys_are_in_pinyin_order_after_digits_and_latin()
    {
        string[] ordered = ["3M", "acme", "Zeta", "阿里", "北京", "长安", "大连", "国际", "吕", "微光", "云南", "张三", "重庆"];
        var keys = Array.ConvertAll(ordered, FoldedText.Key);
        var sorted = keys.Order(Comparer<string>.Create(FoldedText.Compare));
        var byPinyin = ordered.Order(Comparer<string>.Create((a, b) => FoldedText.Compare(FoldedText.Key(a), FoldedText.Key(b))));
        Assert.Equal(["3M", "acme", "Zeta", "阿里", "北京", "大连", "国际", "吕", "微光", "云南", "张三", "长安", "重庆"], byPinyin);
        Assert.Equal(keys.Length, sorted.Distinct().Count());
    }

    [Fact]
    public void The_permutation_is_a_bijection_on_the_main_block()
    {
        var seen = new HashSet<char>();
        for (var c = HanCharacters.First; c <= HanCharacters.Last; c++)
        {
            Assert.True(seen.Add(HanCharacters.InPinyinOrder(c)));
        }

        Assert.Equal((HanCharacters.First, HanCharacters.Last), (seen.Min(), seen.Max()));
    }

    [Fact]
    public void Within_the_block_the_key_follows_the_reading()
    {
        var inOrder = Enumerable.Range(HanCharacters.First, HanCharacters.Last - HanCharacters.First + 1)
            .OrderBy(point => HanCharacters.InPinyinOrder((char)point))
            .Select(point => Pinyin.Of((char)point))
            .ToList();
        var read = inOrder.TakeWhile(syllable => syllable is not null).ToList();
        Assert.Equal(read.Order(StringComparer.Ordinal), read);
        Assert.All(inOrder.Skip(read.Count), Assert.Null);
        Assert.True(read.Count > 20900);
    }

    [Fact]
    public void Folding_is_stable_for_every_character()
    {
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            var plain = FoldedText.Plain(c.ToString());
            Assert.Equal(plain, FoldedText.Plain(plain));
        }
    }

    [Fact]
    public void Random_texts_fold_alike_whatever_their_width_case_and_form()
    {
        var random = new Random(4711);
        for (var round = 0; round < 3000; round++)
        {
            var text = RandomText.Of(random, 16);
            var plain = FoldedText.Plain(text);
            Assert.Equal(plain, FoldedText.Plain(plain));
            Assert.Equal(FoldedText.Key(text), FoldedText.Key(plain));
            Assert.Equal(plain, FoldedText.Plain(TextCleaning.Line(text).Normalize(NormalizationForm.FormD)));
            Assert.Equal(FoldedText.Key(text), FoldedText.Key(Wide(text)));
        }
    }

    [Fact]
    public void Compares_as_UTF_8_does()
    {
        var random = new Random(99);
        for (var round = 0; round < 5000; round++)
        {
            var (a, b) = (FoldedText.Key(RandomText.Of(random, 5)), FoldedText.Key(RandomText.Of(random, 5)));
            var expected = Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
            Assert.Equal(Math.Sign(expected), Math.Sign(FoldedText.Compare(a, b)));
        }

        Assert.True(FoldedText.Compare("\uFF5F", "😀") < 0);
        Assert.True(FoldedText.Compare(null, "") < 0 && FoldedText.Compare("", null) > 0 && FoldedText.Compare(null, null) == 0);
    }

    private static string Wide(string text) =>
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c));
}
