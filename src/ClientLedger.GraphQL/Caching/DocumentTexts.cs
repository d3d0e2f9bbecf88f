using System.Text.Json;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Caching;

/// <summary>Finds the text of the document that a request means: by its id, by its hash, or as it stands in the request.</summary>
/// <param name="trusted">The documents that the host knows; null when there are none.</param>
/// <param name="keepsPersisted">Whether documents that clients send with their hash are kept for requests that have the hash alone (automatic persisted queries).</param>
/// <param name="maxBytes">How much memory these may take.</param>
internal sealed class DocumentTexts(TrustedDocuments? trusted, bool keepsPersisted, long maxBytes)
{
    private const int BytesPerEntry = 300;

    private readonly BoundedCache<string, string> persisted = new(maxBytes, static (hash, text) => BytesPerEntry + (2L * (hash.Length + text.Length)));

    /// <summary>The text; a <see cref="GraphQLException"/> when there is none, or one that may not be asked.</summary>
    /// <param name="text">The text in the request; empty when it has none.</param>
    /// <param name="id">The id of a trusted document.</param>
    /// <param name="extensions">What else the client says, the hash of a persisted query among it.</param>
    public string Find(string text, string? id, JsonElement extensions)
    {
        if (id is not null)
        {
            return trusted?.Find(id) ?? throw new GraphQLException($"No trusted document has the id \"{id}\".", ErrorCodes.UntrustedDocument);
        }

        var hash = HashIn(extensions);
        var found = text.Length == 0 && hash is not null ? TextOf(hash) : text;
        if (trusted is { RefuseOthers: true } && !trusted.Contains(found))
        {
            throw new GraphQLException("Only trusted documents are answered: ask for one by its id.", ErrorCodes.UntrustedDocument);
        }

        if (keepsPersisted && text.Length > 0 && hash is not null)
        {
            Keep(text, hash);
        }

        return found;
    }

    private string TextOf(string hash) => trusted?.Find(hash)
        ?? (!keepsPersisted ? throw new GraphQLException("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported)
            : persisted.TryGet(hash.ToLowerInvariant(), out var known) ? known
            : throw new GraphQLException("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound));

    private void Keep(string text, string hash)
    {
        var id = TrustedDocuments.IdOf(text);
        if (!string.Equals(id, hash, StringComparison.OrdinalIgnoreCase))
        {
            throw new GraphQLException("The hash in extensions.persistedQuery isn't that of the document.", ErrorCodes.BadRequest);
        }

        persisted.Add(id, text);
    }

    private static string? HashIn(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object
        && extensions.TryGetProperty("persistedQuery", out var query) && query.ValueKind == JsonValueKind.Object
        && query.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;
}
