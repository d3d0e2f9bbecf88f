using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Answers the requests of the conformance protocol.</summary>
internal static class Driver
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    private static readonly JsonDocumentOptions Nested = new() { MaxDepth = 1_000 };

    /// <summary>What each action answers; a <see cref="GraphQLException"/> becomes the errors of the answer.</summary>
    private static readonly Dictionary<string, Func<Request, ValueTask<JsonObject>>> Actions = new(StringComparer.Ordinal)
    {
        ["parse"] = AtOnce(LanguageActions.Parse),
        ["print"] = AtOnce(LanguageActions.Print),
        ["validateSchema"] = AtOnce(SchemaActions.Validate),
        ["printSchema"] = AtOnce(SchemaActions.Print),
        ["extendSchema"] = AtOnce(SchemaActions.Extend),
        ["findElement"] = AtOnce(SchemaActions.Find),
        ["execute"] = ExecutionActions.ExecuteAsync,
        ["introspect"] = ExecutionActions.IntrospectAsync,
        ["validate"] = AtOnce(ValidationActions.Validate),
    };

    /// <summary>The answer to a request, both as JSON on one line.</summary>
    public static async ValueTask<string> AnswerAsync(string line)
    {
        JsonNode? id = null;
        JsonObject answer;
        try
        {
            using var json = JsonDocument.Parse(line, Nested);
            var request = new Request(json.RootElement);
            id = request.Id;
            answer = Actions.TryGetValue(request.Action, out var action)
                ? await action(request)
                : Answers.Failed($"Unknown action \"{request.Action}\": known are {string.Join(", ", Actions.Keys)}.");
        }
        catch (GraphQLException refusal)
        {
            answer = Answers.Failed(refusal.Errors);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            answer = Answers.Failed($"The request can't be read: {broken.Message}");
        }

        if (id is not null)
        {
            answer.Insert(0, "id", id);
        }

        return answer.ToJsonString(AsWritten);
    }

    private static Func<Request, ValueTask<JsonObject>> AtOnce(Func<Request, JsonObject> action) => request => ValueTask.FromResult(action(request));
}
