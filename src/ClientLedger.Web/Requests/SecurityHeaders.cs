using ClientLedger.Tenancy.Requests;
using Microsoft.Extensions.Options;

namespace ClientLedger.Web.Requests;

/// <summary>
/// What browsers may do with an answer: run the product's own files and nothing that stands in a page, show it in no frame, and send forms to the
/// product's hosts. Tenants' hosts are among those on the base host, since a sign-in there leads on to them.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<TenantHosts> hosts)
{
    private const string Before =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'";

    private const string After = "; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.ContentSecurityPolicy = hosts.Value.TenantOf(request.Host.Host) is null && hosts.Value.HostOf("tenant", request.Host) is not null
            ? $"{Before} {request.Scheme}://*.{request.Host.Value}{After}"
            : Before + After;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }
}
