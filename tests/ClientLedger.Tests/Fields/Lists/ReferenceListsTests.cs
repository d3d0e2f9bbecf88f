using ClientLedger.Fields.Lists;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields.Lists;

public sealed class ReferenceListsTests
{
    [Fact]
    public void Industries_are_complete()
    {
        var levels = Industries.List.Items.CountBy(item => item.Level).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        Assert.Equal([20, 97, 473, 1381], levels);
        Assert.Equal("农业", Industries.List.Find("01")!.Label.Chinese);
        Assert.Equal("Agriculture, forestry, animal husbandry and fishery 0111", Industries.List.Find("0111")!.Label.English);
        Assert.True(Industries.List.IsWithin("0111", "A") && Industries.List.IsWithin("A", "A") && !Industries.List.IsWithin("A", "0111"));
    }

    [Fact]
    public void Regions_have_three_levels()
    {
        var levels = Regions.List.Items.CountBy(item => item.Level).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        Assert.Equal([34, 342, 2978], levels);
        Assert.True(Regions.List.IsWithin("440305", "44") && Regions.List.IsWithin("440305", "4403") && !Regions.List.IsWithin("440305", "4401"));
        Assert.Equal(21, Regions.List.Under("44").Count);
        Assert.Equal(34, Regions.List.Under(null).Count);
        Assert.Equal("Guangdong", Regions.List.Find("44")!.Label.English);
        Assert.Equal("Shenzhen", Regions.List.Find("4403".AsSpan())!.Label.English);
    }

    [Theory]
    [InlineData("44", "44")]
    [InlineData("广东", "44")]
    [InlineData("廣東省", "44")]
    [InlineData("guangdong", "44")]
    [InlineData("深圳市", "4403")]
    [InlineData("南山区", null)]
    [InlineData("深圳南山区", "440305")]
    [InlineData("广东省深圳市南山区", "440305")]
    [InlineData("广东 / 深圳 / 南山", "440305")]
    [InlineData("北京", "11")]
    [InlineData("北京市朝阳区", "110105")]
    [InlineData("北京市北京市朝阳区", "110105")]
    [InlineData("Beijing - Chaoyang", "110105")]
    [InlineData("朝阳区", null)]
    [InlineData("海南", "46")]
    [InlineData("内蒙", "15")]
    [InlineData("内蒙古自治区呼和浩特市", "1501")]
    [InlineData("新疆", "65")]
    [InlineData("广东省火星市", null)]
    [InlineData("", null)]
    [InlineData("亚特兰蒂斯", null)]
    public void Resolves_regions(string text, string? code)
    {
        Assert.Equal(code is not null, Regions.List.TryResolve(text, out var resolved, out var refusal));
        Assert.Equal(code, resolved);
        Assert.Equal(code is null, refusal is not null);
    }

    [Fact]
    public void Asks_which_region_is_meant_and_offers_the_choices()
    {
        Assert.False(Regions.List.TryResolve("朝阳区", out _, out var refusal));
        Assert.Equal(ListMessages.Ambiguous, refusal.Code);
        Assert.Contains("北京市 / 北京市 / 朝阳区 (110105)", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("Jilin / Changchun / Chaoyang (220104)", refusal.In(Language.English), StringComparison.Ordinal);
        Assert.Equal(["110105", "220104"], Regions.List.FindByName("朝阳区"));
        Assert.Contains("2113", Regions.List.FindByName("朝阳"));
    }

    [Theory]
    [InlineData("中国", "CN")]
    [InlineData("cn", "CN")]
    [InlineData("CHN", "CN")]
    [InlineData("USA", "US")]
    [InlineData("uk", "GB")]
    [InlineData("turkiye", "TR")]
    [InlineData("香港", "HK")]
    public void Finds_countries(string text, string code)
    {
        Assert.True(Countries.List.TryResolve(text, out var resolved, out _));
        Assert.Equal(code, resolved);
    }

    [Fact]
    public void Currencies_know_their_minor_units()
    {
        Assert.Equal(249, Countries.List.Items.Count);
        Assert.Equal((2, 0, 3, (int?)null), (Currencies.MinorUnits("CNY")!.Value, Currencies.MinorUnits("JPY")!.Value, Currencies.MinorUnits("KWD")!.Value, Currencies.MinorUnits("XXX")));
        Assert.True(Currencies.List.TryResolve("人民币", out var code, out _) && code == "CNY");
    }

    [Fact]
    public void Every_list_is_found_by_its_name_and_has_unique_codes_and_whole_labels()
    {
        Assert.Equal(ReferenceLists.All.Count, ReferenceLists.All.Select(list => list.Name).Distinct().Count());
        Assert.All(ReferenceLists.All, list =>
        {
            Assert.Same(list, ReferenceLists.Find(list.Name));
            Assert.Equal(list.Items.Count, list.Items.Select(item => item.Code).Distinct().Count());
            Assert.All(list.Items, item =>
            {
                Assert.False(string.IsNullOrWhiteSpace(item.Label.Chinese) || string.IsNullOrWhiteSpace(item.Label.English));
                Assert.Equal(item.Level == 1, item.Parent is null);
                Assert.True(item.Parent is null || list.Find(item.Parent)!.Level == item.Level - 1);
            });
        });
        Assert.Null(ReferenceLists.Find("planets"));
        Assert.Equal(["draft", "confirmed", "shipped", "completed", "cancelled"], ReferenceLists.Find("orderStates")!.Items.Select(item => item.Code));
    }
}
