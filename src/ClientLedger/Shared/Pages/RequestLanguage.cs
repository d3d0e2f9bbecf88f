using ClientLedger.Messages;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Shared.Pages;

/// <summary>Which language a request is answered in: the one that was chosen, which a cookie keeps, else the first of ours that the browser asks for.</summary>
internal static class RequestLanguage
{
    private const string Cookie = "clientledger-language";
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>The language of a request.</summary>
    /// <param name="otherwise">For who asks for neither.</param>
    public static Language Of(HttpRequest request, Language otherwise = Language.English) => request.Cookies[Cookie] switch
    {
        Chinese => Language.Chinese,
        English => Language.English,
        _ => Asked(request) ?? otherwise,
    };

    /// <summary>Keeps a choice for the requests that follow.</summary>
    public static void Keep(HttpContext context, Language language) =>
        context.Response.Cookies.Append(Cookie, language == Language.Chinese ? Chinese : English, new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        });

    /// <summary>Each language by its own name, which is the same whoever reads it.</summary>
    public static string NameOf(Language language) => language == Language.Chinese ? "中文" : "English";

    /// <summary>Chinese only where the browser asks for it before English.</summary>
    private static Language? Asked(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
        {
            return null;
        }

        var first = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => Is(language, Chinese) || Is(language, English));
        return first is null ? null : Is(first, Chinese) ? Language.Chinese : Language.English;
    }

    private static bool Is(string asked, string language) => asked.StartsWith(language, StringComparison.OrdinalIgnoreCase);
}
