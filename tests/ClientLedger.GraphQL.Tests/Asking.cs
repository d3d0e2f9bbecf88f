using System.Text.Json;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests;

/// <summary>Asks a server, and reads its answer as JSON.</summary>
internal static class Asking
{
    public static async Task<JsonElement> AskAsync(this GraphQLServer server, GraphQLRequest request)
    {
        using var response = await server.ExecuteAsync(request);
        return Json(response.ToString());
    }

    public static Task<JsonElement> AskAsync(this GraphQLServer server, Schema schema, string document, string variables = "{}") =>
        server.AskAsync(new GraphQLRequest(schema, document) { Variables = Json(variables) });

    public static Task<JsonElement> AskAsync(this Schema schema, string document, string variables = "{}") => new GraphQLServer().AskAsync(schema, document, variables);

    /// <summary>The code of the first error.</summary>
    public static string? Code(this JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    /// <summary>The message of the first error.</summary>
    public static string? Message(this JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("message").GetString();

    /// <summary>The data, as it was written.</summary>
    public static string Data(this JsonElement answer) => answer.GetProperty("data").GetRawText();

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
