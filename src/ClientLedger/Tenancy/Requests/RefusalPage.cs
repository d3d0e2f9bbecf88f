using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Tenancy.Requests;

/// <summary>
/// Says why a request gets no further: to a browser as a page in both languages, the visitor's first; to a program as JSON with the code. It needs
/// neither a database nor a sign-in nor Razor, so it can be said before any page could, and when everything else fails.
/// </summary>
internal static class RefusalPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="correlation">By which the log names the failure; null when there is nothing to look up.</param>
    public static async Task WriteAsync(HttpContext context, Refusal refusal, int status, string? correlation = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language, Cookie";
        if (WantsHtml(context.Request))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page(context, refusal, status, correlation), context.RequestAborted);
            return;
        }

        var body = new { code = refusal.Code.Code, message = new { en = refusal.In(Language.English), zh = refusal.In(Language.Chinese) }, correlation };
        await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Value is "text/html" or "application/xhtml+xml");

    private static string Page(HttpContext context, Refusal refusal, int status, string? correlation)
    {
        Language[] languages = RequestLanguage.Of(context.Request) == Language.Chinese
            ? [Language.Chinese, Language.English]
            : [Language.English, Language.Chinese];
        var title = Title(status);
        var root = Html.Encode(context.Features.Get<RootPath>()?.Value ?? context.Request.PathBase.Value ?? "");
        var words = string.Concat(languages.Select((language, at) => Words(title, refusal, correlation, language, at == 0)));
        return $"""
            <!doctype html>
            <html lang="{Wording.TagOf(languages[0])}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Encode(title.In(languages[0]))} · ClientLedger</title>
            <link rel="icon" href="{root}/favicon.svg">
            <link rel="stylesheet" href="{root}/lib/tabler/tabler.min.css">
            <link rel="stylesheet" href="{root}/css/clientledger.css">
            </head>
            <body class="cl-plain">
            <header class="cl-bar"><a class="cl-brand" href="{root}/"><svg class="icon" aria-hidden="true"><use href="{root}/icons.svg#ledger"></use></svg><span>ClientLedger</span></a></header>
            <main class="cl-narrow"><p class="cl-status">{status}</p>{words}
            <p><a class="btn btn-primary" href="{root}/">{Html.Encode(SharedTexts.Home.In(languages[0]))}</a></p></main>
            </body>
            </html>
            """;
    }

    private static string Words(Label title, Refusal refusal, string? correlation, Language language, bool first)
    {
        var heading = first ? "h1" : "h2";
        var reference = correlation is null
            ? ""
            : $"<p class=\"cl-reference\">{Html.Encode(SharedTexts.Correlation.In(language))}: <code>{Html.Encode(correlation)}</code></p>";
        return $"""
            <section lang="{Wording.TagOf(language)}"><{heading} class="cl-title">{Html.Encode(title.In(language))}</{heading}>
            <p>{Html.Encode(refusal.In(language))}</p>{reference}</section>
            """;
    }

    private static Label Title(int status) => status switch
    {
        StatusCodes.Status404NotFound => SharedTexts.NotFound,
        StatusCodes.Status403Forbidden => SharedTexts.Forbidden,
        >= 500 => SharedTexts.Failed,
        _ => SharedTexts.Refusal,
    };
}
