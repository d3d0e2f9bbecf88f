using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>The page of an import tells which lines were refused first, where, and why.</summary>
[Collection(HostCollection.Name)]
public sealed partial class FirstRefusalsTests(HeldImports held) : IClassFixture<HeldImports>
{
    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, Language.English, "Customer / Grade (column Customer grade)", "isn’t in the list|list")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, Language.Chinese, "客户 / 客户等级（列 Customer grade）", "。")]
    public async Task While_it_runs_and_when_it_is_over(string tenant, string email, Language language, string field, string reason)
    {
        var visitor = new ImportVisitor(await held.App.SignInAsync(email, language), tenant);

        // The first batch has a refused line, the second is held; there are twelve refused lines in all.
        var (reached, release) = held.Hold(tenant, batch: 2);
        var lines = Enumerable.Range(1, 15).Select(i => i is 1 or 4 or 7 ? $"R-{i},Good {i},\n" : $"R-{i},Bad {i},<b onclick=x>{i}</b>\n");
        var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes("Customer number,Customer name,Customer grade\n" + string.Concat(lines)), "refused.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import, ("columns[2].target", "customer.grade"))).StatusCode);
        await reached;
        await visitor.GetAsync(import);
        release();
        Assert.True(Shown(visitor).Select(line => line.Line).SequenceEqual([3, 4]), visitor.Page);
        await visitor.WaitAsync(import);
        Assert.Equal((3L, 0L, 0L, 12L), visitor.Counts());
        foreach (var page in new[] { import, import + "?part=progress" })
        {
            await visitor.GetAsync(page);
            var shown = Shown(visitor);
            Assert.Equal([3, 4, 6, 7, 9, 10, 11, 12, 13, 14], shown.Select(line => line.Line));
            Assert.All(shown, line => Assert.Equal(field, line.Field));
            Assert.All(shown, line => Assert.Matches(reason, line.Reason));
            Assert.Contains("<b onclick=x>2</b>", shown[0].Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("<b onclick", visitor.Page, StringComparison.Ordinal);
        }

        // The same ones stand in the file, and nobody else sees them.
        var file = await visitor.GetAsync(import + "/refused");
        Assert.Equal(("text/csv", $"refused - {(language == Language.English ? "refused lines" : "被拒绝的行")}.csv"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileNameStar));

        // How long it is isn't known before it is written: it isn't gathered first.
        Assert.True(file.Headers.TransferEncodingChunked);
        Assert.Equal(13, visitor.Page.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var stranger = new ImportVisitor(await held.App.SignInAsync(tenant == TwoTenants.Acme ? LedgerApp.GinaEmail : LedgerApp.AnnaEmail), tenant);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(import)).StatusCode);
    }

    private static List<(int Line, string Field, string Reason)> Shown(ImportVisitor visitor) =>
    [
        .. Row().Matches(visitor.Page).Select(match => (
            int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture), WebUtility.HtmlDecode(match.Groups["field"].Value), WebUtility.HtmlDecode(match.Groups["reason"].Value))),
    ];

    [GeneratedRegex("""<th scope="row" data-label="(?:Line|行号)">(?:Line |第 )(?<line>[0-9]+)(?: 行)?</th>\s*<td[^>]*>(?<field>[^<]*)</td>\s*<td[^>]*>(?<reason>[^<]*)</td>""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Row();
}
