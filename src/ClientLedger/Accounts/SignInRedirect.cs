using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientLedger.Accounts;

/// <summary>Where somebody goes who must sign in first: to the base host's form, and from a tenant's host there by way of a code.</summary>
internal static class SignInRedirect
{
    public const string Form = "/sign-in";
    public const string HandOver = "/hand-over";

    /// <summary>Cookie that holds the secret of the browser that asked for a code.</summary>
    public const string SecretCookie = "clientledger-hand-over";

    public static Task GoAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (http, request) = (context.HttpContext, context.Request);
        var hosts = http.RequestServices.GetRequiredService<IOptions<TenantHosts>>().Value;
        var back = BackTo(request);
        var baseHost = hosts.BaseOf(request.Host);
        var root = http.Features.Get<Shared.Pages.RootPath>()?.Value ?? "";
        var address = baseHost == request.Host
            ? QueryHelpers.AddQueryString(root + Form, "returnUrl", back)
            : QueryHelpers.AddQueryString(UriHelper.BuildAbsolute(request.Scheme, baseHost, root, HandOver), new Dictionary<string, string?>
            {
                ["tenant"] = http.Tenant()?.Name,
                ["binding"] = HandOvers.BindingOf(NewSecret(http)),
                ["returnUrl"] = back,
            });
        if (request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page was asked for: the whole window must go.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = address;
            return Task.CompletedTask;
        }

        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    /// <summary>The page to come back to: the one that was asked for, or that a part was asked for; what was sent can't be sent again.</summary>
    private static string BackTo(HttpRequest request)
    {
        if (request.Headers.ContainsKey("HX-Request") && Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) && page.Authority == request.Host.Value)
        {
            return page.PathAndQuery;
        }

        return HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : request.PathBase + "/";
    }

    private static string NewSecret(HttpContext context)
    {
        var secret = context.RequestServices.GetRequiredService<HandOvers>().NewSecret();
        context.Response.Cookies.Append(SecretCookie, secret, SecretOptions(context));
        return secret;
    }

    /// <summary>How the secret's cookie is set and taken back.</summary>
    public static CookieOptions SecretOptions(HttpContext context) => new()
    {
        Path = "/",
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = TimeSpan.FromMinutes(10),
        IsEssential = true,
    };
}
