using System.Net;
using System.Text.RegularExpressions;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>
/// Every file that pages name, and that those files name in turn, asked for as browsers ask: with compressed answers allowed, and without.
/// </summary>
internal sealed partial class PageAssets(LedgerVisitor visitor, Uri host)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml", [".png"] = "image/png", [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2", [".json"] = "application/json", [".webmanifest"] = "application/manifest+json",
    };

    private readonly Dictionary<Uri, string> files = [];

    /// <summary>Paths of the files that were asked for.</summary>
    public IEnumerable<string> Found => files.Keys.Select(file => file.AbsolutePath);

    /// <summary>Opens a page, which must be there, and asks for all that it names.</summary>
    public async Task CheckAsync(string page, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await visitor.GetAsync(page);
        Assert.True(answer.StatusCode == status, $"{page} answers {answer.StatusCode}.");
        var html = visitor.Page;
        Assert.Contains("</html>", html, StringComparison.Ordinal);
        foreach (var named in NamedInPage(html).Distinct(StringComparer.Ordinal))
        {
            await CheckFileAsync(new Uri(new Uri(host, page), named), page);
        }
    }

    private async Task CheckFileAsync(Uri address, string namedBy)
    {
        Assert.True(address.Authority == host.Authority, $"{namedBy} names {address} of another host.");
        var file = new UriBuilder(address) { Fragment = "" }.Uri;
        if (!files.TryGetValue(file, out var text))
        {
            text = await AskAsync(file, namedBy, compressed: false);
            await AskAsync(file, namedBy, compressed: true);
            files.Add(file, text);
            foreach (var named in file.AbsolutePath.EndsWith(".css", StringComparison.Ordinal) ? NamedInStyle(text) : [])
            {
                await CheckFileAsync(new Uri(file, named), file.AbsolutePath);
            }
        }

        // A part of a drawing is named behind #.
        var part = address.Fragment.TrimStart('#');
        Assert.True(part.Length == 0 || text.Contains($"id=\"{part}\"", StringComparison.Ordinal), $"{namedBy} names {address}, and {file.AbsolutePath} has no such part.");
    }

    private async Task<string> AskAsync(Uri file, string namedBy, bool compressed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, file);
        if (compressed)
        {
            request.Headers.Add("Accept-Encoding", "gzip, deflate, br");
        }

        var answer = await visitor.SendAsync(request);
        var kind = Types.GetValueOrDefault(Path.GetExtension(file.AbsolutePath), "a type that this test knows");
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == kind && visitor.Page.Length > 0,
            $"{namedBy} names {file.AbsolutePath}, which answers {answer.StatusCode} with {answer.Content.Headers.ContentType}, {visitor.Page.Length} characters; compressed: {compressed}.");
        return visitor.Page;
    }

    private static IEnumerable<string> NamedInPage(string html) =>
    [
        .. Source().Matches(html).Select(match => match.Groups["file"].Value),
        .. SourceSet().Matches(html).SelectMany(match => match.Groups["files"].Value.Split(',', StringSplitOptions.TrimEntries)).Select(one => one.Split(' ')[0]),
        .. Imports().Matches(html).SelectMany(match => Address().Matches(match.Groups["map"].Value)).Select(match => match.Groups["file"].Value),
        .. NamedInStyle(html),
    ];

    private static IEnumerable<string> NamedInStyle(string css) =>
        InStyle().Matches(css).Select(match => match.Groups["file"].Value.Trim('"', '\'')).Where(file => !file.StartsWith("data:", StringComparison.Ordinal) && !file.StartsWith('#'));

    /// <summary>What is shown or run, and not where links lead.</summary>
    [GeneratedRegex("""<(?:(?:link|use|image)\b[^>]*?\shref|(?:script|img|source|iframe|video|audio|embed|input|track)\b[^>]*?\ssrc|video\b[^>]*?\sposter|object\b[^>]*?\sdata)="(?<file>[^"]+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Source();

    [GeneratedRegex("""\s(?:image)?srcset="(?<files>[^"]+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex SourceSet();

    [GeneratedRegex("""<script[^>]*type="importmap"[^>]*>(?<map>.*?)</script>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5_000)]
    private static partial Regex Imports();

    [GeneratedRegex(""":\s*"(?<file>[^"]+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Address();

    [GeneratedRegex("""(?:url\(|@import\s+)(?<file>"[^"]*"|'[^']*'|[^)"';\s]+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex InStyle();
}
