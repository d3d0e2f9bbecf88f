using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Answers the requests of the conformance protocol.</summary>
internal static class Driver
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Documents.Deepest };

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

    /// <summary>The answer to a request, both as JSON on one line. Whatever the request is, and whatever becomes of it, there is an answer: the lines behind it are to be answered too.</summary>
    public static async ValueTask<string> AnswerAsync(string line)
    {
        var hasId = false;
        JsonNode? id = null;
        JsonObject answer;
        try
        {
            using var json = JsonDocument.Parse(line, JsonText.Nested);
            var request = new Request(json.RootElement);
            hasId = request.HasId(out id);
            answer = Actions.TryGetValue(request.Action, out var action)
                ? await action(request)
                : Answers.Failed($"Unknown action \"{request.Action}\": known are {string.Join(", ", Actions.Keys)}.");
        }
        catch (GraphQLException refusal)
        {
            answer = Answers.Failed(refusal.Errors);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            answer = Answers.Failed($"The request can't be read: {broken.Message}");
        }
        catch (Exception fault)
        {
            answer = Answers.Failed($"The engine failed: {fault}");
        }

        try
        {
            return Written(hasId, id, answer);
        }
        catch (Exception tooLarge) when (tooLarge is ArgumentException or OutOfMemoryException)
        {
            return Written(hasId, id?.DeepClone(), Answers.Failed($"The answer can't be written: {tooLarge.Message}"));
        }
    }

    private static string Written(bool hasId, JsonNode? id, JsonObject answer)
    {
        if (hasId)
        {
            answer.Insert(0, "id", id);
        }

        return answer.ToJsonString(AsWritten);
    }

    private static Func<Request, ValueTask<JsonObject>> AtOnce(Func<Request, JsonObject> action) => request => ValueTask.FromResult(action(request));
}
