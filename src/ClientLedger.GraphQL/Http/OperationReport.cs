using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Http;

/// <summary>What was asked, and what became of it: facts that a host can keep, without the document and its values.</summary>
/// <param name="Document">The text that the client sent, or the id by which it asked. Literals stand in it: keep a digest at most.</param>
public sealed record OperationReport(string Document)
{
    /// <summary>The operation's name in the document; null when it has none, or the document couldn't be read.</summary>
    public string? Name { get; init; }

    /// <summary><c>query</c>, <c>mutation</c> or <c>subscription</c>; null when the document couldn't be read.</summary>
    public string? Type { get; init; }

    /// <summary>What it costs at most; null when it wasn't priced.</summary>
    public OperationCost? Cost { get; init; }

    /// <summary>How many errors its answers told of.</summary>
    public int Errors { get; private set; }

    /// <summary>The code of the first error; null when there was none.</summary>
    public string? FirstCode { get; private set; }

    /// <summary>The size of its answers, in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>How long it took from when it was made ready until its answers were over: of a subscription, as long as it lasted.</summary>
    public TimeSpan Elapsed { get; internal set; }

    internal static OperationReport Of(GraphQLRequest request, Preparation preparation) => new(request.Document.Length > 0 ? request.Document : request.DocumentId ?? "")
    {
        Name = preparation.Asked?.Plan.Operation.Name?.Value,
        Type = preparation.Asked?.Type.Keyword(),
        Cost = preparation.Asked?.Cost,
    };

    internal void Add(IReadOnlyList<GraphQLError> errors, int bytes)
    {
        Errors += errors.Count;
        FirstCode ??= errors.Count > 0 ? errors[0].Code : null;
        Bytes += bytes;
    }
}
