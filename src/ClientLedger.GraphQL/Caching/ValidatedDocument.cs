using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;

namespace ClientLedger.GraphQL.Caching;

/// <summary>What a schema says of a document: it can be executed, or these errors are in it.</summary>
/// <param name="Executable">The document, with the plans that requests have made of it; null when it has errors.</param>
/// <param name="Errors">The errors.</param>
internal sealed record ValidatedDocument(ExecutableDocument? Executable, IReadOnlyList<GraphQLError> Errors)
{
    private const int BytesOfEach = 100, BytesPerError = 400, BytesPerLocation = 40;

    private readonly long ofErrors = Errors.Sum(error => BytesPerError + (2L * error.Message.Length) + ((long)BytesPerLocation * error.Locations.Count));

    /// <summary>About how many bytes it holds by now. Messages repeat names of the document, which may be as long as it is. The parsed document is counted too: it lives as long as this, wherever else it is forgotten.</summary>
    public long Size => BytesOfEach + ofErrors + (Executable is null ? 0 : ParsedDocument.SizeOf(Executable.Node) + Executable.Bytes);
}
