using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Caching;

/// <summary>A document that was parsed and measured.</summary>
/// <param name="Node">The document.</param>
/// <param name="Excess">The limit that it goes over; null when it goes over none.</param>
internal sealed record ParsedDocument(DocumentNode Node, GraphQLError? Excess)
{
    private const int BytesOfEach = 400, BytesPerToken = 60, BytesPerCharacter = 6;

    /// <summary>About how many bytes it holds, text included.</summary>
    public long Size => SizeOf(Node);

    /// <summary>About how many bytes a document holds, text included. A character can be a line of its own, whose end is remembered.</summary>
    public static long SizeOf(DocumentNode node) => BytesOfEach + ((long)BytesPerCharacter * node.Source.Text.Length) + ((long)BytesPerToken * node.TokenCount);
}
