using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace ClientLedger.GraphQL.Caching;

/// <summary>Documents that the host knows, by their id: the SHA-256 hash of their text as UTF-8, in small hexadecimal digits.</summary>
public sealed class TrustedDocuments
{
    private const string Prefix = "sha256:";

    private readonly FrozenDictionary<string, string> texts;

    /// <summary>Takes the texts of the documents.</summary>
    public TrustedDocuments(IEnumerable<string> documents) =>
        texts = documents.Distinct(StringComparer.Ordinal).ToFrozenDictionary(IdOf, StringComparer.Ordinal);

    /// <summary>Whether documents that aren't among them are refused.</summary>
    public bool RefuseOthers { get; init; }

    /// <summary>The id of a text.</summary>
    public static string IdOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The text of that id, with or without <c>sha256:</c> before it; null when it isn't known.</summary>
    public string? Find(string id) => texts.GetValueOrDefault((id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? id[Prefix.Length..] : id).ToLowerInvariant());

    /// <summary>Whether a text is one of them.</summary>
    public bool Contains(string document) => texts.ContainsKey(IdOf(document));
}
