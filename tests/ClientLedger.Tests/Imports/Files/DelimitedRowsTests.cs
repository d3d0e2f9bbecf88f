using ClientLedger.Imports.Files;

namespace ClientLedger.Tests.Imports.Files;

public sealed class DelimitedRowsTests
{
    private static readonly FileChoices NoHeadings = new() { HeadingsAt = 0, Delimiter = ',' };

    [Theory]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\rc,d\r", "a|b", "c|d")]
    [InlineData("a,b\n\n\r\n , \nc,d", "a|b", "c|d")]
    [InlineData("\"a,1\",\"b \"\"x\"\"\"\nc,d", "a,1|b \"x\"", "c|d")]
    [InlineData("\"a\nb\",c\nd,e", "a\nb|c", "d|e")]
    [InlineData("2\" pipe,b\nc,d", "2\" pipe|b", "c|d")]
    [InlineData("a,  \"b, c\" \nd,e", "a|b, c ", "d|e")]
    [InlineData("\"a\"b,c\nd,e", "ab|c", "d|e")]
    [InlineData("=\"00123\",b\nc,d", "00123|b", "c|d")]
    [InlineData("a\0b,c\nd,e", "ab|c", "d|e")]
    [InlineData("a,\nb,c", "a|~", "b|c")]
    [InlineData("\"\",b\nc,\"\"", "~|b", "c|~")]
    [InlineData("sep=;\na;b\nc;d", "a|b", "c|d", ';')]
    [InlineData("a\tb,c\nd\te", "a|b,c", "d|e", '\t')]
    public void Reads_what_was_meant(string text, string first, string second, char delimiter = ',') =>
        Assert.Equal([first, second], TableText.Rows(TableText.Open(text, NoHeadings with { Delimiter = delimiter })));

    [Fact]
    public void Names_rows_by_the_line_at_which_they_begin()
    {
        var file = TableText.Open("n,t\r\n1,\"x\r\ny\rz\"\r\n\r\n2,b\n3,c", new() { HeadingsAt = 1 });
        Assert.Equal([2L, 6L, 7L], file.Rows().Select(row => row.Number));
    }

    [Fact]
    public void Reads_cells_longer_than_its_buffer()
    {
        var longText = new string('x', 200_000);
        var quoted = new string('y', 99_999) + "\"\"" + new string('z', 99_999);
        var rows = TableText.Rows(TableText.Open($"{longText},\"{quoted}\",c\nd,e,f", NoHeadings));
        Assert.Equal($"{longText}|{quoted.Replace("\"\"", "\"", StringComparison.Ordinal)}|c", rows[0]);
        Assert.Equal("d|e|f", rows[1]);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public void Reads_line_ends_and_marks_at_the_border_of_its_buffer(int length)
    {
        var start = new string('x', length - 3);
        Assert.Equal([$"{start}|\"q\"", "d|e"], TableText.Rows(TableText.Open($"{start},\"\"\"q\"\"\"\r\nd,e\r\n", NoHeadings)));
        Assert.Equal([$"{start}|b", "d|e"], TableText.Rows(TableText.Open($"\"{start}\",b\r\nd,e", NoHeadings)));
    }

    [Fact]
    public void Marks_a_quotation_mark_that_isnt_closed()
    {
        var file = TableText.Open("n,t\n1,a\n2,\"b\n3,c", new() { HeadingsAt = 1, Delimiter = ',' });
        var rows = file.Rows().ToList();
        Assert.Null(rows[0].Problem);
        Assert.Equal("import.quoteOpen", rows[1].Problem!.Code.Code);
        Assert.Contains("line 3", rows[1].Problem!.In(ClientLedger.Messages.Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_read_on_when_an_open_quotation_mark_swallows_the_file()
    {
        var text = "n,t\n1,\"a\n" + string.Concat(Enumerable.Repeat("2,b\n", 50_000));
        Assert.Equal("import.quoteOpen", TableText.RefusalOf(() => TableText.Open(text, limits: new() { CellCharacters = 100_000 })));
    }

    [Fact]
    public void Marks_rows_with_more_cells_than_headings_and_fills_short_ones()
    {
        var rows = TableText.Open("a,b,c\n1,2,3\n1,2,3,4\n1\n1,2,3,,\n").Rows().ToList();
        Assert.Equal([null, "import.rowTooLong", null, null], rows.Select(row => row.Problem?.Code.Code));
        Assert.Equal("1|~|~", TableText.Shown(rows[2]));
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2;3\n4;5,5;6", ';')]
    [InlineData("a\tb\n1,2\t3\n", '\t')]
    [InlineData("名称|电话\n甲,乙|1\n丙|2", '|')]
    [InlineData("a,b\n\"x;y;z\",1\n\"p;q;r\",2", ',')]
    [InlineData("name\nx\ny", ',')]
    [InlineData("Statement of 2024, all accounts\n\nd;n;a\n1;2;3\n4;5;6\n7;8;9", ';')]
    public void Finds_the_delimiter(string text, char delimiter) => Assert.Equal(delimiter, TableText.Open(text).Layout.Delimiter);

    [Fact]
    public void Reads_without_quotation_marks_when_asked() =>
        Assert.Equal(["\"a|b\"", "c|d"], TableText.Rows(TableText.Open("\"a,b\"\nc,d", NoHeadings with { Quote = '\0' })));

    [Fact]
    public void Refuses_a_delimiter_that_cant_be_one() =>
        Assert.Equal("import.delimiterUnusable", TableText.RefusalOf(() => TableText.Open("a,b", new() { Delimiter = '"' })));
}
