using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL;

/// <summary>What a client asks for.</summary>
/// <param name="Schema">The schema that the caller sees.</param>
/// <param name="Document">The text of the document; empty when it is asked by its id or hash.</param>
public sealed record GraphQLRequest(Schema Schema, string Document)
{
    /// <summary>The id of a trusted document; null when the document stands in the request.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which of the document's operations; null for the only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, a JSON object; nothing (of kind Undefined or Null) when there are none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>What the client says beside that, a JSON object or nothing: <c>persistedQuery</c>, and <c>cost</c> when it wants to know the cost.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>
    /// Takes what the operation costs at most from what the caller may still spend, before it is executed; an error keeps it from being executed. Null when nobody keeps account.
    /// </summary>
    public Func<OperationCost, GraphQLError?>? Charge { get; init; }

    /// <summary>The object that the fields at the root are asked of.</summary>
    public object? Root { get; init; }

    /// <summary>Opens what one execution works with. A subscription opens one for itself, and one for each event.</summary>
    public Func<ExecutionScope> OpenScope { get; init; } = static () => ExecutionScope.Empty;
}
