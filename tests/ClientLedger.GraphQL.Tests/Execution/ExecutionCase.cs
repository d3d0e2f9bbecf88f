using System.Text.Json.Nodes;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>Something to execute, as a request of the conformance protocol.</summary>
/// <param name="Schema">SDL.</param>
/// <param name="Document">The document.</param>
/// <param name="Root">JSON that the fields at the root are asked of.</param>
/// <param name="Variables">JSON.</param>
/// <param name="OperationName">Which operation.</param>
internal sealed record ExecutionCase(string Schema, string Document, string Root = "{}", string Variables = "{}", string? OperationName = null)
{
    public object Request => new
    {
        action = "execute",
        schema = Schema,
        document = Document,
        root = JsonNode.Parse(Root),
        variables = JsonNode.Parse(Variables),
        operationName = OperationName,
    };
}
