using System.Text.Json;
using ClientLedger.TestKit;

namespace ClientLedger.GraphQL.Tests.Http;

/// <summary>Clients that others have written (npm), which do what they are asked to.</summary>
internal static class Clients
{
    private static readonly Lazy<NodeScript> Started = new(() => new NodeScript(Path.Combine(NodePackages.Reference, "clients.mjs")));

    public static async Task<JsonElement> AskAsync(object request)
    {
        var answer = await Started.Value.AskAsync([JsonSerializer.Serialize(request)]);
        return JsonElement.Parse(answer[0]);
    }
}
