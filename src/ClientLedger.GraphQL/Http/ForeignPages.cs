using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http;

/// <summary>Keeps pages of other sites from asking in the name of whoever looks at them (cross-site request forgery).</summary>
internal static class ForeignPages
{
    /// <summary>
    /// Refuses what a browser says comes from another origin and isn't asked by CORS: a link, an image, a form. Other hosts of the same site are others too: cookies go with what they ask. POST is safe besides, since its content type needs CORS; GET only reads, but how long that takes tells something too.
    /// </summary>
    public static void Refuse(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && request.Headers["Sec-Fetch-Mode"] != "cors")
        {
            throw new BadHttpRequestException("Pages of other sites must ask by CORS.", StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>Whether a page may open a WebSocket: CORS doesn't guard it, so the origin must be the endpoint's own, or one that the host allows. Who isn't a browser names none.</summary>
    public static bool MayConnect(HttpRequest request, IReadOnlyCollection<string> allowedOrigins)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || allowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
