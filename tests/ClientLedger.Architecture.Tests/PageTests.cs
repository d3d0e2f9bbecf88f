using System.Text.RegularExpressions;
using ClientLedger.TestKit;

namespace ClientLedger.Architecture.Tests;

public sealed partial class PageTests
{
    [Fact]
    public void Pages_fetch_nothing_from_other_hosts() => Violations.None(
        from pattern in new[] { "*.cshtml", "*.html", "*.css", "*.js", "*.mjs" }
        from path in Repository.Files("src", pattern)
        from match in Foreign().Matches(File.ReadAllText(Repository.PathOf(path))).AsEnumerable()
        select $"{path}: {match.Value}");

    [Theory]
    [InlineData("""<script src="https://example.org/a.js"></script>""", true)]
    [InlineData("""<link rel="stylesheet" href='//example.org/a.css' />""", true)]
    [InlineData("background: url(https://example.org/a.png)", true)]
    [InlineData("import x from 'https://example.org/x.js'", true)]
    [InlineData("""<script src="~/lib/htmx/htmx.min.js"></script>""", false)]
    [InlineData("""<a href="https://example.org/">elsewhere</a>""", false)]
    public void Finds_a_planted_address(string text, bool foreign) => Assert.Equal(foreign, Foreign().IsMatch(text));

    [GeneratedRegex("""<(script|link|img|iframe|source|video|audio)\b[^>]*\b(src|href)\s*=\s*["'](https?:)?//[^"']*|url\(\s*["']?(https?:)?//[^)]*|\b(from|import)\s*\(?\s*["']https?://[^"']*|\b(unpkg|jsdelivr|cdnjs)\b""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Foreign();
}
