using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Caching;

/// <summary>A document that was parsed and measured.</summary>
/// <param name="Node">The document.</param>
/// <param name="Excess">The limit that it goes over; null when it goes over none.</param>
internal sealed record ParsedDocument(DocumentNode Node, GraphQLError? Excess)
{
    private const int BytesPerToken = 60;

    /// <summary>About how many bytes it holds, text included.</summary>
    public long Size => (2L * Node.Source.Text.Length) + ((long)BytesPerToken * Node.TokenCount);
}
