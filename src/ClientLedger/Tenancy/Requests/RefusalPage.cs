using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClientLedger.Messages;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Tenancy.Requests;

/// <summary>
/// Says why a request gets no further, before any page can: to a browser as a page in both languages, the visitor's first; to a program
/// as JSON with the code.
/// </summary>
internal static class RefusalPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task WriteAsync(HttpContext context, Refusal refusal, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        if (WantsHtml(context.Request))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page(refusal, LanguagesOf(context.Request)), context.RequestAborted);
            return;
        }

        var body = new { code = refusal.Code.Code, message = new { en = refusal.In(Language.English), zh = refusal.In(Language.Chinese) } };
        await context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Value is "text/html" or "application/xhtml+xml");

    /// <summary>Chinese first only where the visitor asks for it before English.</summary>
    private static IReadOnlyList<Language> LanguagesOf(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return asked?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true
            ? [Language.Chinese, Language.English]
            : [Language.English, Language.Chinese];
    }

    private static string Page(Refusal refusal, IReadOnlyList<Language> languages)
    {
        var paragraphs = languages.Select(language => $"<p lang=\"{Tag(language)}\">{Html.Encode(refusal.In(language))}</p>");
        return $"""
            <!doctype html>
            <html lang="{Tag(languages[0])}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ClientLedger</title></head>
            <body><main>{string.Concat(paragraphs)}</main></body>
            </html>
            """;
    }

    private static string Tag(Language language) => language == Language.Chinese ? "zh-CN" : "en";
}
