using System.Text;
using ClientLedger.Imports.Files.Text;

namespace ClientLedger.Tests.Imports.Files;

public sealed class EncodingFinderTests
{
    private const string Simplified = "客户名称,联系电话,地址\n深圳市华云科技有限公司,0755-26001234,广东省深圳市南山区科技园\n上海贸易有限公司,021-62345678,上海市静安区南京西路\n";
    private const string Traditional = "客戶名稱,聯絡電話,地址\n台灣精密工業股份有限公司,02-27201234,台北市信義區市府路\n高雄貿易有限公司,07-3368333,高雄市苓雅區四維三路\n";
    private const string Western = "name,city\nMüller & Söhne,Köln\nCafé Español,Málaga\nÅngström,Malmö\n";

    [Theory]
    [InlineData(Simplified, "utf-8")]
    [InlineData(Simplified, "gb18030")]
    [InlineData(Simplified, "utf-16")]
    [InlineData(Simplified, "utf-16BE")]
    [InlineData(Simplified, "utf-32")]
    [InlineData(Traditional, "big5")]
    [InlineData(Traditional, "utf-16")]
    [InlineData(Western, "windows-1252")]
    [InlineData(Western, "utf-16BE")]
    [InlineData("a,b\n1,2\n", "utf-8")]
    [InlineData("姓名\n张三", "gb18030")]
    public void Finds_the_encoding_of_a_text_without_a_mark(string text, string name)
    {
        var file = TableText.Open(TextEncodings.Of(name).GetBytes(text));
        Assert.Equal(name, file.Layout.Encoding);
        Assert.Equal(text.Split('\n')[0].Split(','), file.Headings);
        Assert.Equal(text.Split('\n')[1].Replace(',', '|'), TableText.Rows(file)[0]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("gb18030")]
    public void Takes_the_mark_at_the_start_and_leaves_it_out(string name)
    {
        var encoding = TextEncodings.Of(name);
        var file = TableText.Open([.. encoding.GetBytes("\uFEFF"), .. encoding.GetBytes(Simplified)]);
        Assert.Equal(name, file.Layout.Encoding);
        Assert.Equal("客户名称", file.Headings[0]);
    }

    [Fact]
    public void Looks_at_the_whole_file_before_it_says_utf_8()
    {
        var start = string.Concat(Enumerable.Repeat("1,plain\n", 100_000));
        var file = TableText.Open([.. Encoding.ASCII.GetBytes("n,name\n" + start), .. TextEncodings.Of("gb18030").GetBytes("2,深圳市华云科技有限公司\n")]);
        Assert.Equal("gb18030", file.Layout.Encoding);
        Assert.Equal("2|深圳市华云科技有限公司", TableText.Rows(file)[^1]);
    }

    [Fact]
    public void Takes_utf_8_in_which_one_character_is_damaged()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(Simplified), 0xE5, 0xAE, (byte)',', (byte)'x', (byte)'\n'];
        Assert.Equal("utf-8", TableText.Open(text).Layout.Encoding);
    }

    [Fact]
    public void Reads_characters_of_four_bytes_and_pairs_across_chunks()
    {
        var text = "编号,名称\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i % 10},有限公司㐀𠀀贸易\n"));
        var rows = TableText.Rows(TableText.Open(TextEncodings.Of("gb18030").GetBytes(text)));
        Assert.Equal(40_000, rows.Count);
        Assert.All(rows, row => Assert.EndsWith("|有限公司㐀𠀀贸易", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Asks_where_single_bytes_could_be_any_script()
    {
        var cyrillic = TextEncodings.Of("windows-1251").GetBytes("название,город\nобщество с ограниченной ответственностью,Москва\n");
        Assert.Equal("import.encodingUnclear", TableText.RefusalOf(() => TableText.Open(cyrillic)));
        Assert.Equal("название", TableText.Open(cyrillic, new() { Encoding = "windows-1251" }).Headings[0]);
    }

    [Fact]
    public void Refuses_an_encoding_that_doesnt_exist() =>
        Assert.Equal("import.encodingUnknown", TableText.RefusalOf(() => TableText.Open("a,b\n1,2", new() { Encoding = "utf-9" })));

    [Fact]
    public void Offers_only_encodings_that_exist() => Assert.All(TextEncodings.Names, name => Assert.NotNull(TextEncodings.Of(name)));
}
