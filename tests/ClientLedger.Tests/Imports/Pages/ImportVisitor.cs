using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>Somebody who imports by the pages alone, as a browser without scripts does.</summary>
internal sealed partial class ImportVisitor(LedgerVisitor visitor, string tenant)
{
    /// <summary>The text of the page that came last, as it is read.</summary>
    public string Text => WebUtility.HtmlDecode(visitor.Page);

    public string Page => visitor.Page;

    /// <summary>Uploads a file. What answers is the refusal, or the address of its plan.</summary>
    public async Task<HttpResponseMessage> UploadAsync(byte[] content, string name)
    {
        await visitor.GetAsync($"/t/{tenant}/imports/new-file");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(PageForm.TokenOf(visitor.Page)), PageForm.TokenName },
            { new ByteArrayContent(content), "file", name },
        };
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/t/{tenant}/imports/new-file") { Content = form });
    }

    /// <summary>Uploads a file, which must be taken in, opens its plan and tells the address of the import.</summary>
    public async Task<string> PlanAsync(byte[] content, string name)
    {
        var answer = await UploadAsync(content, name);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var plan = answer.Headers.Location!.OriginalString;
        await visitor.GetAsync(plan);
        return plan[..^"/plan".Length];
    }

    /// <summary>What the form of the plan would send as it stands, but for these values.</summary>
    public IReadOnlyList<(string Name, string Value)> PlanForm(params IReadOnlyList<(string Name, string Value)> chosen) =>
        [.. PageForm.With(visitor.Page, chosen).Where(field => field.Name is not "skipIdentical" and not "handler")];

    /// <summary>Starts the import whose plan is the page that came last.</summary>
    public Task<HttpResponseMessage> StartAsync(string import, params IReadOnlyList<(string Name, string Value)> chosen) => visitor.PostAsync($"{import}/plan", PlanForm(chosen));

    public Task<HttpResponseMessage> GetAsync(string address) => visitor.GetAsync(address);

    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<(string Name, string Value)> values) => visitor.PostAsync(address, values);

    /// <summary>Looks at the import again and again, as its page does, until it is over.</summary>
    public async Task WaitAsync(string import)
    {
        do
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{import}?part=progress")).StatusCode);
            await Task.Delay(50);
        }
        while (visitor.Page.Contains("hx-get", StringComparison.Ordinal));
    }

    /// <summary>Created, updated, skipped and refused lines, as the page shows them.</summary>
    public (long Created, long Updated, long Skipped, long Refused) Counts() => (Count("created"), Count("updated"), Count("skipped"), Count("refused"));

    private long Count(string name) => long.Parse(
        Shown().Matches(visitor.Page).Single(match => match.Groups["name"].Value == name).Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("data-count=\"(?<name>[a-z]+)\">(?<count>[0-9,]+)<", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Shown();
}
