using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ClientLedger.Fields.Values;
using ClientLedger.Imports.Files;

namespace ClientLedger.Tests.Imports.Files;

public sealed class ImportFileTests
{
    private static readonly string Thousand = "编号,名称\n" + string.Concat(Enumerable.Range(1, 1000).Select(i => $"{i},\"客户\n{i}\"\n"));

    [Fact]
    public void Goes_on_after_a_row_as_if_it_hadnt_stopped()
    {
        var file = TableText.Open(Thousand);
        var all = file.Rows().Select(row => (row.Number, TableText.Shown(row))).ToList();
        Assert.Equal(1000, all.Count);
        foreach (var stop in new[] { 0, 1, 500, 998, 999 })
        {
            Assert.Equal(all.Skip(stop + 1), file.Rows(all[stop].Number).Select(row => (row.Number, TableText.Shown(row))));
        }
    }

    [Fact]
    public void Reads_the_same_again_by_the_layout_that_was_found()
    {
        var file = TableText.Open("Liste vom 1.5.\n\nNr;Name\n1;Köln\n2;Bonn", encoding: Encoding.Latin1);
        var choices = JsonSerializer.Deserialize<FileChoices>(JsonSerializer.Serialize(file.Layout.AsChoices()));
        var again = TableText.Open("Liste vom 1.5.\n\nNr;Name\n1;Köln\n2;Bonn", choices, encoding: Encoding.Latin1);
        Assert.Equal(TableText.Rows(file), TableText.Rows(again));
        Assert.Equal(3, file.Layout.HeadingsAt);
        Assert.Equal(["Nr", "Name"], again.Headings);
    }

    [Fact]
    public void Tells_how_far_it_has_read()
    {
        var file = TableText.Open(Thousand + new string('x', 300_000));
        Assert.Equal(1, file.Progress.Share);
        var shares = file.Rows().Select(_ => file.Progress.Share).ToList();
        Assert.InRange(shares[0], 0.01, 0.9);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
    }

    [Theory]
    [InlineData("名称,电话\n甲,1\n乙,2", 1)]
    [InlineData("客户台账\n制表：李,2024\n名称,电话,地址,备注\n甲,1,a,x\n乙,2,b,y\n合计,3,,", 3)]
    [InlineData("1,2,3\n4,5,6", 0)]
    [InlineData("甲,13800138000,a@b.cn\n乙,13800138001,c@d.cn", 0)]
    [InlineData("name\nx\ny", 1)]
    public void Finds_the_row_of_the_headings(string text, long row) => Assert.Equal(row, TableText.Open(text).Layout.HeadingsAt);

    [Fact]
    public void Takes_the_row_of_headings_that_the_user_names()
    {
        Assert.Equal(["A", "B"], TableText.Open("x,y\nz,w", new() { HeadingsAt = 0 }).Headings);
        Assert.Equal(["z", "w"], TableText.Open("x,y\nz,w\n1,2", new() { HeadingsAt = 2 }).Headings);
        Assert.Equal("import.headingsMissing", TableText.RefusalOf(() => TableText.Open("x,y\nz,w", new() { HeadingsAt = 9 })));
    }

    [Fact]
    public void Gives_every_column_a_name_of_its_own() => Assert.Equal(
        ["name", "name (2)", "C", "name (2) (2)", "名称", "F"], TableText.Open("name,name,,name (2), 名\u3000称 ,\n1,2,3,4,5,6").Headings.Select(heading => heading.Replace(" 称", "称", StringComparison.Ordinal)));

    [Fact]
    public void Shows_the_first_rows_and_what_the_columns_hold()
    {
        var text = "编号,名称,手机,邮箱,日期,时间,金额,有效,空\n" + string.Concat(Enumerable.Range(10, 90).Select(i =>
            $"{i:D5},公司{i},138001380{i},a{i}@example.com,{1 + (i % 28)}/3/2024,2024-03-05 14:{i % 60:D2},\"1,2{i}.50\",是,\n"));
        var preview = TableText.Open(text).Preview();
        Assert.Equal(20, preview.Rows.Count);
        Assert.Equal(
            [CellKind.Text, CellKind.Text, CellKind.Phone, CellKind.Email, CellKind.Date, CellKind.Moment, CellKind.Number, CellKind.Boolean, CellKind.Empty],
            preview.Columns.Select(column => column.Kind));
        Assert.Equal(DayMonthOrder.DayFirst, preview.Columns[4].Order);
        Assert.Equal(0, preview.Columns[8].Filled);
        Assert.Equal(1, preview.Columns[0].Filled);
    }

    [Fact]
    public void Refuses_what_is_beyond_its_limits()
    {
        Assert.Equal("import.fileEmpty", TableText.RefusalOf(() => TableText.Open("")));
        Assert.Equal("import.noRows", TableText.RefusalOf(() => TableText.Open("\n\n ,,\n")));
        Assert.Equal("import.fileTooLarge", TableText.RefusalOf(() => TableText.Open(Thousand, limits: new() { Bytes = 1000 })));
        Assert.Equal("import.tooManyRows", TableText.RefusalOf(() => TableText.Rows(TableText.Open(Thousand, limits: new() { Rows = 999 }))));
        Assert.Equal(1000, TableText.Rows(TableText.Open(Thousand, limits: new() { Rows = 1000 })).Count);
        Assert.Equal("import.tooManyColumns", TableText.RefusalOf(() => TableText.Open("a,b,c,d\n1,2,3,4", limits: new() { Columns = 3 })));
        Assert.Equal("import.cellTooLong", TableText.RefusalOf(() => TableText.Open("a,b\n" + new string('x', 200_000) + ",2", limits: new() { CellCharacters = 10_000 })));
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>1</td></tr></table></body></html>", "import.notATable")]
    [InlineData("%PDF-1.7 ...", "import.notATable")]
    [InlineData("{\"a\": 1}", "import.notATable")]
    [InlineData("<?xml version=\"1.0\"?><rows/>", "import.notATable")]
    [InlineData("Rar!abc", "import.filePacked")]
    public void Tells_other_kinds_of_files_by_their_content(string text, string code) => Assert.Equal(code, TableText.RefusalOf(() => TableText.Open(text)));

    [Fact]
    public void Stops_unpacking_a_workbook_that_grows_beyond_its_limit()
    {
        var limits = new FileLimits { UnpackedBytes = 1_000_000, SharedCharacters = 100_000 };
        var sheet = Workbook("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>" + new string(' ', 2_000_000), "<si><t>a</t></si>");
        Assert.Equal("import.unpacksTooLarge", TableText.RefusalOf(() => TableText.Rows(TableText.Open(sheet, limits: limits, name: "bomb.xlsx"))));
        var texts = Workbook("<row><c t=\"s\"><v>0</v></c></row>", $"<si><t>{new string('x', 200_000)}</t></si>");
        Assert.Equal("import.unpacksTooLarge", TableText.RefusalOf(() => TableText.Open(texts, limits: limits, name: "bomb.xlsx")));
    }

    [Fact]
    public void Refuses_a_damaged_workbook_and_names_the_row()
    {
        var whole = Workbook(string.Concat(Enumerable.Range(1, 5000).Select(i => $"<row r=\"{i}\"><c t=\"n\"><v>{i}</v></c></row>")), "");
        Assert.Equal(5000, TableText.Rows(TableText.Open(whole, name: "a.xlsx")).Count);
        Assert.Equal("import.fileDamaged", TableText.RefusalOf(() => TableText.Open(whole[..(whole.Length / 2)], name: "a.xlsx")));
        var unclosed = Workbook("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</c></row>", "");
        Assert.Equal("import.fileDamaged", TableText.RefusalOf(() => TableText.Open(unclosed, name: "a.xlsx")));
    }

    [Fact]
    public void Takes_no_entities_from_a_workbook()
    {
        var bytes = Workbook("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>", "", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
        Assert.Equal("import.fileDamaged", TableText.RefusalOf(() => TableText.Open(bytes, name: "a.xlsx")));
    }

    /// <summary>The least that is a workbook, with one sheet.</summary>
    internal static byte[] Workbook(string rows, string texts, string beforeSheet = "")
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "xl/workbook.xml", $"<workbook {main} xmlns:r=\"{relations}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/sharedStrings\" Target=\"/xl/texts.xml\"/></Relationships>");
            Write(archive, "xl/sheet.xml", $"{beforeSheet}<worksheet {main}><sheetData>{rows}</sheetData></worksheet>");
            Write(archive, "xl/texts.xml", $"<sst {main}>{texts}</sst>");
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string path, string text)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
