using ClientLedger.TestKit;

namespace ClientLedger.GraphQL.Tests.Comparison;

/// <summary>The reference implementation (npm <c>graphql</c>), which answers the requests of the conformance protocol: one process for all tests.</summary>
internal static class Reference
{
    private static readonly Lazy<NodeScript> Started = new(() => new NodeScript(Path.Combine(NodePackages.Reference, "oracle.mjs")));

    /// <summary>The answers to some requests, JSON lines both.</summary>
    public static Task<IReadOnlyList<string>> AnswerAsync(IReadOnlyCollection<string> requests) => Started.Value.AskAsync(requests);
}
