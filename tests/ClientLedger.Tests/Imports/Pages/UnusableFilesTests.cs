using System.Net;
using System.Text;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Files;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>Files that can't be imported, or only with care, as users upload them: each is refused with the reason in their language, or read right.</summary>
[Collection(HostCollection.Name)]
public sealed class UnusableFilesTests(RunningApp running) : IClassFixture<RunningApp>
{
    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["empty.csv"] = () => [],
        ["blank.csv"] = () => "\n\n,,\n"u8.ToArray(),
        ["picture.csv"] = () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[2000]],
        ["noise.csv"] = Noise,
        ["page.html"] = () => "<html><body>1</body></html>"u8.ToArray(),
        ["report.pdf"] = () => "%PDF-1.7 abc"u8.ToArray(),
        ["many.csv"] = () => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, 501).Select(i => $"c{i}")) + "\n1\n"),
        ["huge.csv"] = () => Encoding.UTF8.GetBytes("name,city\n" + new string('x', 2_000_000) + ",Paris\n"),
        ["open.csv"] = () => Encoding.UTF8.GetBytes("\"name\",\"city\"\n\"Acme\",\"Paris\n"),
        ["bomb.xlsx"] = () => ImportFileTests.Workbook("<row><c t=\"s\"><v>0</v></c></row>", $"<si><t>{new string('x', 70_000_000)}</t></si>"),
        ["broken.xlsx"] = () => ImportFileTests.Workbook("<row r=\"1\"><c><v>1</v></c></row>", "")[..300],
        ["other.xlsx"] = () => "PK\x03\x04 not a workbook at all"u8.ToArray(),
    };

    [Theory]
    [InlineData("empty.csv", "is empty. Choose a file", "是空的")]
    [InlineData("blank.csv", "There are no rows in", "没有数据行")]
    [InlineData("picture.csv", "isn't a table of text", "不是表格文本")]
    [InlineData("noise.csv", "isn't a table of text", "不是表格文本")]
    [InlineData("page.html", "isn't a table of text", "不是表格文本")]
    [InlineData("report.pdf", "isn't a table of text", "不是表格文本")]
    [InlineData("many.csv", "has more than 500 columns", "超过 500 列")]
    [InlineData("huge.csv", "A cell of row 2 has more than", "第 2 行有单元格超过")]
    [InlineData("open.csv", "isn't closed", "引号没有配对")]
    [InlineData("bomb.xlsx", "unpacks to more than can be imported at once", "解压后超过")]
    [InlineData("broken.xlsx", "is damaged", "已损坏")]
    [InlineData("other.xlsx", "is damaged", "已损坏")]
    public async Task Is_refused_with_the_reason(string name, string english, string chinese)
    {
        var file = Files[name]();
        foreach (var (visitor, reason) in new[] { (await AnnaAsync(), english), (await GinaAsync(), chinese) })
        {
            var answer = await visitor.UploadAsync(file, name);
            if (answer.Headers.Location is { } plan)
            {
                answer = await visitor.GetAsync(plan.OriginalString);
            }

            Assert.True((int)answer.StatusCode is 200 or 422, $"{name}: {answer.StatusCode}");
            var told = visitor.Text.Contains("<h2>", StringComparison.Ordinal) && answer.RequestMessage!.Method == HttpMethod.Get ? await StartAsync(visitor, answer) : visitor.Text;
            Assert.Contains(reason, told, StringComparison.Ordinal);
        }
    }

    [TheoryNeedsShared]
    [InlineData("xlsx-messy/sheetjs/password_2002_128_strong.xls")]
    [InlineData("xlsx-messy/exceldatareader/Test_git_issue_242_xor_pwd_password.xls")]
    public async Task A_workbook_with_a_password_is_refused(string path)
    {
        var anna = await AnnaAsync();
        await anna.PlanAsync(await File.ReadAllBytesAsync(SharedFolder.PathOf(path)), "secret.xls");
        Assert.Contains("is protected by a password", anna.Text, StringComparison.Ordinal);
    }

    /// <summary>Headings twice, one column, quoted line breaks, an unusual delimiter and a hundred columns are tables like any other.</summary>
    [Theory]
    [InlineData("Name,Name\nAcme,Again\n", 1)]
    [InlineData("Customer name\nAcme\nGlobex\n", 2)]
    [InlineData("Customer name,Remarks\nAcme,\"two\nlines\"\n", 1)]
    [InlineData("Customer name|City\nAcme|Paris\n", 1)]
    [InlineData(null, 1)]
    public async Task Is_imported(string? table, long lines)
    {
        var hundred = string.Join(',', Enumerable.Range(1, 99).Select(i => $"Column {i}"));
        var gina = await GinaAsync();
        var import = await gina.PlanAsync(Encoding.UTF8.GetBytes(table ?? $"Customer name,{hundred}\nAcme,{hundred}\n"), "table.csv");
        var answer = await gina.StartAsync(import, ("duplicates", "Create"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, gina.Text);
        await gina.WaitAsync(import);
        Assert.Equal((lines, 0L, 0L, 0L), gina.Counts());
    }

    [Fact]
    public async Task A_file_with_headings_alone_is_imported_to_nothing()
    {
        var anna = await AnnaAsync();
        var import = await anna.PlanAsync("Customer number,Customer name\n"u8.ToArray(), "headings.csv");
        await anna.StartAsync(import);
        await anna.WaitAsync(import);
        Assert.Equal((0L, 0L, 0L, 0L), anna.Counts());
    }

    /// <summary>Starts what looked well at its beginning, and tells what its page and the file of its refused lines say in the end.</summary>
    private static async Task<string> StartAsync(ImportVisitor visitor, HttpResponseMessage plan)
    {
        var import = plan.RequestMessage!.RequestUri!.AbsolutePath[..^"/plan".Length];
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import)).StatusCode);
        await visitor.WaitAsync(import);
        var page = visitor.Text;
        Assert.Equal(0, visitor.Counts().Created);
        await visitor.GetAsync($"{import}/refused");
        return page + visitor.Page;
    }

    /// <summary>Whose pages are English.</summary>
    private async Task<ImportVisitor> AnnaAsync() => new(await running.App.SignInAsync(LedgerApp.AnnaEmail), TwoTenants.Acme);

    /// <summary>Whose pages are Chinese.</summary>
    private async Task<ImportVisitor> GinaAsync() => new(await running.App.SignInAsync(LedgerApp.GinaEmail, Language.Chinese), TwoTenants.Globex);

    /// <summary>Bytes without a meaning, the same each time.</summary>
    private static byte[] Noise()
    {
        var noise = new byte[5000];
        new Random(5).NextBytes(noise);
        return noise;
    }
}
