using Markdig;

namespace ClientLedger.Help;

/// <summary>The guide to the API, which lies beside this file as Markdown.</summary>
internal static class ApiGuide
{
    private const string Endpoint = "{endpoint}";

    private static readonly MarkdownPipeline Layout = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>The guide with the address of a ledger's API in its examples.</summary>
    public static string For(string endpoint)
    {
        using var reader = new StreamReader(typeof(ApiGuide).Assembly.GetManifestResourceStream("api.md")!);
        return reader.ReadToEnd().Replace(Endpoint, endpoint, StringComparison.Ordinal);
    }

    /// <summary>The same as HTML, without its first heading: the page has one of its own.</summary>
    public static string ToHtml(string endpoint)
    {
        var text = For(endpoint);

        // What scrolls can be reached by keyboard.
        return Markdown.ToHtml(text[text.IndexOf('\n', StringComparison.Ordinal)..], Layout).Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
    }
}
