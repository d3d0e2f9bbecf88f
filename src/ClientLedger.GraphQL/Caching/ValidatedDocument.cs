using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;

namespace ClientLedger.GraphQL.Caching;

/// <summary>What a schema says of a document: it can be executed, or these errors are in it.</summary>
/// <param name="Executable">The document, with the plans that requests have made of it; null when it has errors.</param>
/// <param name="Errors">The errors.</param>
internal sealed record ValidatedDocument(ExecutableDocument? Executable, IReadOnlyList<GraphQLError> Errors)
{
    private const int BytesOfEach = 600, BytesPerField = 500, BytesPerError = 400;

    /// <summary>About how many bytes it holds beside the parsed document. Messages repeat names of the document, which may be as long as it is.</summary>
    public long Size => BytesOfEach + Errors.Sum(error => BytesPerError + (2L * error.Message.Length)) + ((long)BytesPerField * (Executable?.PlannedFields ?? 0));
}
