using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Accounts;

/// <summary>
/// Over HTTPS a session's cookie carries the prefix <c>__Host-</c>, so that browsers keep it to one host and let no other set it; over plain HTTP,
/// which is for this machine alone, browsers would refuse it with that name.
/// </summary>
internal sealed class SessionCookies : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
