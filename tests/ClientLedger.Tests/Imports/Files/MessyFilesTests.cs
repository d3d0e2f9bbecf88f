using System.Globalization;
using System.Text.Json;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Imports.Files;

/// <summary>Real files that break parsers: each is read right or refused with a reason.</summary>
public sealed class MessyFilesTests
{
    private static readonly string[] Folders = ["csv-messy", "encodings", "xlsx-messy"];

    [FactNeedsShared]
    public void Every_file_is_read_or_refused_as_it_was_looked_at_and_written_down()
    {
        var expected = File.ReadAllLines(Repository.PathOf("tests/ClientLedger.Tests/Imports/Files/messy-files.tsv"));
        var actual = Folders
            .SelectMany(folder => Directory.EnumerateFiles(SharedFolder.PathOf(folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(SharedFolder.PathOf(""), path))
            .Where(path => !path.EndsWith("PROVENANCE.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path}\t{Summary(path)}");
        Assert.Equal(expected, actual);
    }

    [TheoryNeedsShared]
    [InlineData("comma_in_quotes")]
    [InlineData("empty_crlf")]
    [InlineData("json")]
    [InlineData("simple")]
    [InlineData("simple_crlf")]
    [InlineData("utf8")]
    public void The_spectrum_is_read_as_its_authors_say(string name)
    {
        var file = Open($"csv-messy/csv-spectrum/csvs/{name}.csv");
        var expected = JsonDocument.Parse(File.ReadAllText(SharedFolder.PathOf($"csv-messy/csv-spectrum/json/{name}.json"))).RootElement.EnumerateArray()
            .Select(record => string.Join('|', record.EnumerateObject().Select(cell => cell.Value.GetString() is { Length: > 0 } text ? text : "~")));
        Assert.Equal(expected, TableText.Rows(file));
    }

    [TheoryNeedsShared]
    [InlineData("1900.xlsx", "1900-01-01")]
    [InlineData("1900.xls", "1900-01-01")]
    [InlineData("1900.biff5", "1900-01-01")]
    [InlineData("1904.xlsx", "1904-01-02")]
    [InlineData("1904.xls", "1904-01-02")]
    [InlineData("1904.biff5", "1904-01-02")]
    public void Dates_of_both_date_systems_are_the_days_that_the_sheet_shows(string name, string first)
    {
        // The third column holds as text what the sheet shows for the second.
        var rows = Open($"xlsx-messy/sheetjs/1904/{name}").Rows().ToList();
        Assert.Equal(5, rows.Count);
        Assert.Equal(first, CellKinds.TextOf(rows[0][1]));
        Assert.All(rows, row => Assert.Equal(row[2], CellKinds.TextOf(row[1])));
    }

    [FactNeedsShared]
    public void A_workbook_with_1904_dates_equals_its_text_form()
    {
        var sheet = Open("csv-messy/csvkit/sheets.xlsx", new() { Sheet = "data" }).Rows().ToList();
        var old = Open("csv-messy/csvkit/sheets.xls", new() { Sheet = "data" }).Rows().ToList();
        Assert.Equal("Chicago Reader|1971-01-01|40|true|1|1971-01-01 04:14:00|~|~", TableText.Shown(sheet[0]));
        Assert.Equal(old.Select(TableText.Shown), sheet.Select(TableText.Shown));
    }

    [FactNeedsShared]
    public void Cells_keep_their_types()
    {
        var row = Open("xlsx-messy/exceldatareader/Test_git_issue_329_error.xlsx").Rows().Single();
        Assert.Equal([new CellError("#DIV/0!"), new CellError("#N/A"), new CellError("#VALUE!")], [row[0], row[1], row[2]]);
        var typed = Open("xlsx-messy/sheetjs/artifacts/wps/write.xlsx", new() { HeadingsAt = 0 }).Rows().ToList();
        Assert.Equal([true, false, null, "sheetjs"], [typed[1][0], typed[1][1], typed[1][2], typed[1][3]]);
        Assert.Equal(["foo", "bar", new DateTime(2014, 2, 19), 0.3], [typed[2][0], typed[2][1], typed[2][2], typed[2][3]]);
    }

    [FactNeedsShared]
    public void Formulas_give_the_value_that_was_saved()
    {
        var row = Open("xlsx-messy/poi/formula-eval.xlsx").Rows().Single();
        Assert.Equal([1.0, 2.5, 3.25, 6.75], [row[0], row[1], row[2], row[3]]);
        Assert.Equal("replacemereplaceme", TableText.Rows(Open("xlsx-messy/poi/SimpleWithFormula.xls"))[^1]);
    }

    [TheoryNeedsShared]
    [InlineData("Test_MergedCell.xls")]
    [InlineData("Test_MergedCell.xlsx")]
    public void Merged_cells_belong_to_each_of_their_rows(string name)
    {
        var rows = TableText.Rows(Open($"xlsx-messy/exceldatareader/{name}"));
        Assert.Equal("Merge Cell 1|~|Merge Cell 2", rows[0]);
        Assert.Equal("Merge Cell 3|B4|Merge Cell 2", rows[1]);
    }

    [FactNeedsShared]
    public void A_gbk_statement_is_read_under_its_remarks()
    {
        var file = Open("encodings/double-entry-generator/alipay/example-alipay-records.csv");
        Assert.Equal("gb18030", file.Layout.Encoding);
        Assert.Equal(["交易时间", "交易分类", "交易对方", "对方账号", "商品说明", "收/支", "金额"], file.Headings.Take(7));
        Assert.Equal(10, file.Rows().Count(row => CellKinds.Of(row[0]) == CellKind.Moment));
    }

    [FactNeedsShared]
    public void Phonetic_hints_are_no_part_of_a_text() => Assert.Equal("漢字", Open("xlsx-messy/sheetjs/phonetic_text.xlsx").Headings[0]);

    [FactNeedsShared]
    public void A_workbook_can_be_read_on_after_a_row()
    {
        var file = Open("xlsx-messy/exceldatareader/Test_Issue_11773_Exponential.xlsx");
        var all = file.Rows().Select(row => row.Number).ToList();
        Assert.Equal(all.Skip(200), file.Rows(all[199]).Select(row => row.Number));
        Assert.Equal(1, file.Progress.Share);
    }

    private static ImportFile Open(string path, FileChoices? choices = null) =>
        ImportFile.Open(new MemoryStream(File.ReadAllBytes(SharedFolder.PathOf(path))), Path.GetFileName(path), choices);

    private static string Summary(string path)
    {
        try
        {
            var file = Open(path);
            var layout = file.Layout;
            var (rows, problems, errors) = (0, 0, 0);
            foreach (var row in file.Rows())
            {
                rows++;
                problems += row.Problem is null ? 0 : 1;
                errors += Enumerable.Range(0, row.Count).Count(column => row[column] is CellError);
            }

            var where = layout.Sheet ?? $"{layout.Encoding} {(layout.Delimiter == '\t' ? "tab" : layout.Delimiter)}";
            return string.Create(CultureInfo.InvariantCulture,
                $"{layout.Format} {where}\theadings {layout.HeadingsAt}\tcolumns {file.Headings.Count}\trows {rows}\tproblems {problems}\terrors {errors}\t{file.Headings[0]}");
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code.Code;
        }
    }
}
