using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClientLedger.GraphQL.Http;

/// <summary>What a client wants the answer to be (GraphQL over HTTP, "Accept").</summary>
/// <param name="Single">The media type of a single answer; null when the client takes none.</param>
/// <param name="IsStreamable">Whether the client takes a stream of events.</param>
internal sealed record ResponseMedia(string? Single, bool IsStreamable)
{
    public const string Json = "application/json", GraphQL = "application/graphql-response+json", EventStream = "text/event-stream";

    private const string Charset = "; charset=utf-8";

    /// <summary>What is answered to who says nothing, or can't be pleased.</summary>
    public static ResponseMedia Default { get; } = new(Json, IsStreamable: false);

    public bool IsGraphQL => Single == GraphQL;

    /// <summary>What stands in <c>Content-Type</c> of a single answer; of a refusal too, whatever the client takes.</summary>
    public string ContentType => IsGraphQL ? GraphQL + Charset : Json + Charset;

    /// <summary>What the headers of a request say; null when nothing that it takes can be given.</summary>
    public static ResponseMedia? Of(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || header is [Json or "*/*"] || string.IsNullOrWhiteSpace(header.ToString()))
        {
            return Default;
        }

        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted))
        {
            return null;
        }

        double json = 0, graphQL = 0;
        var isStreamable = false;
        foreach (var range in accepted.Where(range => (range.Quality ?? 1) > 0 && IsUtf8(range.Charset.Value)))
        {
            var quality = range.Quality ?? 1;
            switch (range.MediaType.Value?.ToLowerInvariant())
            {
                case GraphQL:
                    graphQL = Math.Max(graphQL, quality);
                    break;
                case Json or "*/*" or "application/*":
                    json = Math.Max(json, quality);
                    break;
                case EventStream:
                    isStreamable = true;
                    break;
            }
        }

        var single = graphQL > 0 && graphQL >= json ? GraphQL : json > 0 ? Json : null;
        return single is null && !isStreamable ? null : new ResponseMedia(single, isStreamable);
    }

    /// <summary>Whether a charset is the only one that is spoken.</summary>
    public static bool IsUtf8(string? charset) => string.IsNullOrEmpty(charset) || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
