using ClientLedger.Fields;
using ClientLedger.Reading.Searching;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Oracle;

public sealed class PlainTermsTests(ITestOutputHelper output)
{
    [Fact]
    public void A_name_is_found_by_its_parts_its_pinyin_and_its_initials() => Assert.Equal(
        ["Bwkj", "E微科技 gs", "Igs", "I技 gs", "I科技 gs", "Pkeji", "Qweikeji", "S微科技 gs"], PlainTerms.Of(SearchKind.Name, "微科技 GS"));

    /// <summary>Names, codes and phones of chance, and texts that are nothing of the kind, have the product's terms.</summary>
    [Fact]
    public void Terms_are_the_products()
    {
        var chance = new Chance(Depth.Seed(4, output));
        for (var i = 0; i < Depth.Count(10_000); i++)
        {
            var value = chance.Between(0, 3) switch
            {
                0 => RandomWords.Name(chance),
                1 => RandomWords.Lines(chance),
                2 => RandomNumbers.Phone(chance) + RandomNumbers.TaxNumber(chance),
                _ => string.Concat(Enumerable.Range(0, chance.Between(1, 30)).Select(_ => chance.Pick(["ß", "a", "1", "微", "〇", "𠮷", "é", "é", "々", " ", "-", "@", ".", "ア", "の", "한", "ภ", "ี", "Ⅷ", "_", "😀", "重", "长"]))),
            };
            foreach (var kind in Enum.GetValues<SearchKind>())
            {
                var terms = new List<string>();
                SearchTerms.Collect(kind, value, terms);
                Assert.True(terms.SequenceEqual(PlainTerms.Of(kind, value)), $"{kind} '{value}':\n{string.Join(' ', terms)}\n{string.Join(' ', PlainTerms.Of(kind, value))}");
            }
        }
    }
}
